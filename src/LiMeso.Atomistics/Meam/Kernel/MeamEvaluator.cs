using System.Runtime.Intrinsics;
using LiMeso.Atomistics.Neighbours;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Simd;
using LiMeso.Atomistics.Structures;
using LiMeso.Core.Threading;

namespace LiMeso.Atomistics.Meam.Kernel;

/// <summary>
/// Energy, forces and virial: atom after atom the energy that its surroundings give it, and the gradient of that energy.
/// Each thread takes some atoms after the other, consecutive in space, and sums forces of its own. These sums are exact (<see cref="ForcePass{TLanes}"/>): forces and energies of the
/// atoms have the same bits whoever does what, and whatever the number of threads.
/// </summary>
internal sealed unsafe class MeamEvaluator : IForceEvaluator
{
    // So many atoms go through each pass one after the other: what one leaves in the pipelines of the processor overlaps with the next, and all of it stays in the second cache.
    private const int Chunk = 8;

    // Two atoms as near as that, Å², are at one place, and have no energy.
    private const double Touching = 1e-8;

    private readonly MeamConstants _constants;
    private readonly EmbeddingFunction _embedding;
    private readonly ThreadTeam _team;
    private readonly SharedPieces _chunks;
    private readonly NeighbourLists _lists;
    private readonly Surroundings[][] _around;
    private readonly ScreenerSearch[] _searches;
    private readonly Moments[] _moments;
    private readonly PinnedBuffer<double>[] _threadForces;
    private readonly PinnedBuffer<double> _energies = new();
    private readonly Totals[] _totals;
    private readonly Action<int> _evaluate, _collect;
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
        _chunks = new SharedPieces(_team);
        _lists = new NeighbourLists(parameters.Reach, options.Skin, _team);
        _around = [.. Enumerable.Range(0, options.Threads).Select(_ => (Surroundings[])[.. Enumerable.Range(0, Chunk).Select(_ => new Surroundings())])];
        _searches = [.. Enumerable.Range(0, options.Threads).Select(_ => new ScreenerSearch())];
        _moments = [.. Enumerable.Range(0, options.Threads).Select(_ => new Moments(Chunk))];
        _threadForces = [.. Enumerable.Range(0, options.Threads).Select(_ => new PinnedBuffer<double>())];
        _totals = new Totals[options.Threads];
        _evaluate = width switch
        {
            8 => Evaluate<Lanes8, Singles16>,
            4 => Evaluate<Lanes4, Singles8>,
            _ => Evaluate<Lanes1, Singles1>,
        };
        _collect = member => _totals[member] = Collect(_team.Share(member, _lists.Count));
    }

    /// <inheritdoc/>
    public void Evaluate(AtomicSystem system, Interactions result)
    {
        if (result.Forces.Length != system.Positions.Length) throw new ArgumentException($"room for {system.Count} atoms is needed", nameof(result));
        _result = result;
        try
        {
            if (_lists.Update(system)) MakeRoom();
            _chunks.Fill((_lists.Count + Chunk - 1) / Chunk);
            _team.Run(_evaluate);
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

    private void Evaluate<TLanes, TSingles>(int member)
        where TLanes : struct, ILanes<TLanes>
        where TSingles : struct, ISingles<TSingles>
    {
        Surroundings[] around = _around[member];
        while (_chunks.TryTake(member, out int chunk))
        {
            int first = chunk * Chunk;
            ReadOnlySpan<Surroundings> atoms = around.AsSpan(0, Math.Min(Chunk, _lists.Count - first));
            ScreeningPass<TLanes, TSingles>.Run(_constants, _lists, first, atoms, _searches[member]);
            DensityPass<TLanes>.Run(_constants, _embedding, atoms, _moments[member]);
            ForcePass<TLanes>.Run(_constants, _lists, first, atoms, _moments[member], _threadForces[member].Start);
            for (int n = 0; n < atoms.Length; n++) _energies.Start[first + n] = atoms[n].Nearest[0] < Touching ? double.NaN : atoms[n].Energy;
        }
    }

    private void MakeRoom()
    {
        int forces = checked(4 * (_lists.ExtendedCount + 1));
        _energies.Reserve(_lists.Count);
        foreach (PinnedBuffer<double> buffer in _threadForces)
        {
            buffer.Reserve(forces);
            buffer.Span(forces).Clear();
        }

        foreach (Surroundings around in _around.SelectMany(one => one)) around.Reserve(_lists.Stride);
        foreach (ScreenerSearch search in _searches) search.Reserve(_lists.Stride);
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
            _result.AtomEnergies[atom] = _energies.Start[i];
            energy += _energies.Start[i];
        }

        return new(energy, new SymmetricTensor(xs[0], ys[1], zs[2], xs[1], xs[2], ys[2]));
    }

    private Vector256<double> TakeForce(int extended, ref Vector256<double> xs, ref Vector256<double> ys, ref Vector256<double> zs)
    {
        Vector256<double> sum = default;
        foreach (PinnedBuffer<double> forces in _threadForces)
        {
            double* row = forces.Start + 4 * extended;
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
