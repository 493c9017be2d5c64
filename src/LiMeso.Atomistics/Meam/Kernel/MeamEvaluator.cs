using System.Runtime.Intrinsics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Simd;
using LiMeso.Atomistics.Structures;
using LiMeso.Core.Threading;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// Energy, forces and virial: for a few atoms at a time the screening of their pairs, then their densities with the gradients of their energies; then, for all, what follows from both.
/// Each thread has a share of the atoms, consecutive in space, and sums forces of its own; they are added up in the order of the threads.
/// </summary>
internal sealed unsafe class MeamEvaluator : IForceEvaluator
{
    // Atoms that go through screening and densities together: enough to fill the lanes with their triples, few enough to stay in the first cache.
    private const int Chunk = 16;

    private readonly MeamConstants _constants;
    private readonly EmbeddingFunction _embedding;
    private readonly ThreadTeam _team;
    private readonly NeighbourLists _lists;
    private readonly Workspace[] _work;
    private readonly Totals[] _totals;
    private readonly PinnedBuffer<double> _bonds = new();
    private readonly Action<int> _densities, _forces, _collect;
    private Interactions _result = new(0);

    public MeamEvaluator(MeamParameters parameters, EvaluatorOptions options)
        : this(parameters, options, Lanes8.IsSupported ? 8 : Lanes4.IsSupported ? 4 : 1)
    {
    }

    /// <summary>An evaluator whose lanes are that wide.</summary>
    internal MeamEvaluator(MeamParameters parameters, EvaluatorOptions options, int width)
    {
        _constants = new MeamConstants(parameters);
        _embedding = _constants.Embedding;
        _team = new ThreadTeam(options.Threads);
        _lists = new NeighbourLists(parameters.Reach, options.Skin, _team);
        _work = [.. Enumerable.Range(0, options.Threads).Select(_ => new Workspace())];
        _totals = new Totals[options.Threads];
        _densities = width switch
        {
            8 => Densities<Lanes8>,
            4 => Densities<Lanes4>,
            _ => Densities<Lanes1>,
        };
        _forces = DeferredForces;
        _collect = member => _totals[member] = Collect(Share(member));
    }

    /// <inheritdoc/>
    public void Evaluate(AtomicSystem system, Interactions result)
    {
        if (result.Forces.Length != system.Positions.Length) throw new ArgumentException($"room for {system.Count} atoms is needed", nameof(result));
        _result = result;
        try
        {
            if (_lists.Update(system)) MakeRoom();
            _team.Run(_densities);
            _team.Run(_forces);
            _team.Run(_collect);
        }
        catch
        {
            // Sums may stand half-way: new lists begin with clean ones.
            _lists.Forget();
            throw;
        }

        (result.Energy, result.Virial) = (0, default);
        foreach (Totals part in _totals)
        {
            result.Energy += part.Energy;
            result.Virial += part.Virial;
        }

        if (double.IsFinite(result.Energy)) return;
        _lists.Forget();
        throw new DivergedException(system.Ids[Array.FindIndex(result.AtomEnergies, e => !double.IsFinite(e))]);
    }

    /// <inheritdoc/>
    public NeighbourListOrigin? CaptureLists() => _lists.Origin;

    /// <inheritdoc/>
    public void RestoreLists(NeighbourListOrigin origin)
    {
        _lists.Make(new AtomicSystem(origin.Box, [.. origin.Positions], 1));
        MakeRoom();
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    // An atom's densities need its own pairs and those of which earlier atoms of the thread are the first side: all are known once its screening is.
    // Its forces need the densities of the atoms it shares pairs with: for most atoms these come soon, and their pairs and triples are still in a near cache.
    private void Densities<TLanes>(int member)
        where TLanes : struct, ILanes<TLanes>
    {
        (int First, int End) share = Share(member);
        Workspace work = _work[member];
        work.Begin(_lists, share.End - share.First);
        int waiting = share.First;
        for (int first = share.First; first < share.End; first += Chunk)
        {
            (int First, int End) atoms = (first, Math.Min(first + Chunk, share.End));
            ScreeningPass<TLanes>.Run(_constants, _lists, work, _bonds.Start, atoms, share);
            DensityPass<TLanes>.Run(_constants, _embedding, _lists, work, _bonds.Start, atoms);
            for (; waiting < atoms.End; waiting++)
            {
                int last = _lists.LastPartners[waiting];
                if (last < atoms.End) ForcePass.Run(_lists, work, _bonds.Start, waiting, waiting - share.First);
                else if (last > waiting + _lists.UsualSpan) work.Deferred.Add(waiting);
                else break;
            }
        }

        for (; waiting < share.End; waiting++) work.Deferred.Add(waiting);
    }

    private void DeferredForces(int member)
    {
        Workspace work = _work[member];
        int first = Share(member).First;
        foreach (int atom in work.Deferred) ForcePass.Run(_lists, work, _bonds.Start, atom, atom - first);
    }

    private (int First, int End) Share(int member) => _team.Share(member, _lists.Count);

    private void MakeRoom()
    {
        int slots = checked(_lists.Count * _lists.Stride), forces = checked(4 * (_lists.ExtendedCount + 1));
        _bonds.Reserve(slots);
        _bonds.Span(slots).Clear();
        foreach (Workspace work in _work)
        {
            work.Forces.Reserve(forces);
            work.Forces.Span(forces).Clear();
        }
    }

    // Sums the threads' forces, brings those on ghosts home, and leaves zeros for the next time. The virial Σ r F over atoms and ghosts needs no pairs.
    private Totals Collect((int First, int End) atoms)
    {
        double energy = 0;
        Vector256<double> xs = default, ys = default, zs = default;
        for (int i = atoms.First; i < atoms.End; i++)
        {
            Vector256<double> sum = TakeForce(i, ref xs, ref ys, ref zs);
            for (int g = _lists.GhostStart[i]; g < _lists.GhostStart[i + 1]; g++) sum += TakeForce(g, ref xs, ref ys, ref zs);
            int atom = _lists.Order[i];
            (_result.Forces[3 * atom], _result.Forces[3 * atom + 1], _result.Forces[3 * atom + 2]) = (sum[0], sum[1], sum[2]);
            _result.AtomEnergies[atom] = sum[3];
            energy += sum[3];
        }

        return new(energy, new SymmetricTensor(xs[0], ys[1], zs[2], xs[1], xs[2], ys[2]));
    }

    private Vector256<double> TakeForce(int extended, ref Vector256<double> xs, ref Vector256<double> ys, ref Vector256<double> zs)
    {
        Vector256<double> sum = default;
        foreach (Workspace work in _work)
        {
            double* row = work.Forces.Start + 4 * extended;
            sum += Vector256.Load(row);
            Vector256<double>.Zero.Store(row);
        }

        double* at = _lists.Rows + 4 * extended;
        xs += Vector256.Create(at[0]) * sum;
        ys += Vector256.Create(at[1]) * sum;
        zs += Vector256.Create(at[2]) * sum;
        return sum;
    }

    private readonly record struct Totals(double Energy, SymmetricTensor Virial);
}
