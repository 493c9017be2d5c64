using LiMeso.Core.Threading;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Solvers;
using LiMeso.FiniteVolume.Sources;
using LiMeso.FiniteVolume.TimeFunctions;

namespace LiMeso.FiniteVolume.Operators;

/// <summary>
/// A <see cref="DiffusionProblem"/> discretised in space: V dc/dt = −K a + r(t), with V the cell volumes, a = c/k the activities (the
/// concentrations themselves unless there is segregation), K symmetric with the face conductances and the boundary coefficients,
/// r what boundary values and sources bring in.
/// </summary>
/// <remarks>
/// Two-point fluxes. The conductance of a face is the distance-weighted harmonic mean A/(h₁/(2D₁k₁) + h₂/(2D₂k₂)): exact for steady
/// flux through a jump of D or k that lies on the face (Patankar, Numerical Heat Transfer and Fluid Flow, 1980, section 4.2-3).
/// One operator serves one simulation: its scratch arrays are not shared between threads.
/// </remarks>
public sealed class DiffusionOperator
{
    private readonly Segregation _segregation;
    private readonly double[] _volumes, _capacities, _east, _north, _seamX, _seamY, _permeabilityX, _permeabilityY;
    private readonly BoundaryPatch[] _patches;
    private readonly ISource[] _sources;
    private readonly double[] _sourceRate, _activity;

    /// <summary>Assembles a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="team">Who does the work on whole fields; null for the caller alone. It stays the caller's.</param>
    /// <exception cref="ArgumentException">A side is periodic and the opposite one is not.</exception>
    public DiffusionOperator(DiffusionProblem problem, ThreadTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Team = team ?? ThreadTeam.Alone;
        Mesh = problem.Mesh;
        _segregation = new Segregation(problem.Segregation);
        (_volumes, _capacities) = (Mesh.SharedVolumes, _segregation.Times(Mesh.SharedVolumes));
        (_permeabilityX, _permeabilityY) = (_segregation.Times(problem.Diffusivity.Shared), _segregation.Times(problem.DiffusivityAlongY.Shared));
        _east = FaceConductances.AlongX(Mesh, _permeabilityX);
        _north = FaceConductances.AlongY(Mesh, _permeabilityY);
        _seamX = AreJoined(problem, Side.XMin, Side.XMax) ? FaceConductances.SeamX(Mesh, _permeabilityX) : [];
        _seamY = Mesh.Dimensions == 2 && AreJoined(problem, Side.YMin, Side.YMax) ? FaceConductances.SeamY(Mesh, _permeabilityY) : [];
        _patches = [.. Mesh.Sides.Select(side => side is Side.XMin or Side.XMax ? new BoundaryPatch(side, problem, _segregation, _permeabilityX, _east) : new BoundaryPatch(side, problem, _segregation, _permeabilityY, _north))];
        _sources = [.. problem.Sources];
        _sourceRate = new double[_sources.Length == 0 ? 0 : Mesh.Cells];
        _activity = new double[problem.Segregation is null ? 0 : Mesh.Cells];
    }

    /// <summary>The mesh.</summary>
    public RectilinearMesh Mesh { get; }

    /// <summary>Who does the work on whole fields; does not change a bit of any result.</summary>
    public ThreadTeam Team { get; }

    /// <summary>Number of cells.</summary>
    public int Cells => _volumes.Length;

    /// <summary>Cell volumes V.</summary>
    public ReadOnlySpan<double> Volumes => _volumes;

    /// <summary>Capacities k V: what a unit of activity adds to each cell. The volumes themselves unless there is segregation.</summary>
    public ReadOnlySpan<double> Capacities => _capacities;

    /// <summary>The segregation factor of each cell; null when it is 1 everywhere.</summary>
    internal double[]? SegregationFactors => _segregation.Factors;

    /// <summary>Conductance D k A/distance of the face between each cell and the next along x; 0 for the last in a row.</summary>
    public ReadOnlySpan<double> East => _east;

    /// <summary>Conductance of the face between each cell and the next along y; 0 in the last row; empty in one dimension.</summary>
    public ReadOnlySpan<double> North => _north;

    /// <summary>Number of sides with a condition: those of the mesh, in its order.</summary>
    public int Patches => _patches.Length;

    /// <summary>A matrix with the faces of this operator and no ground.</summary>
    public FivePointMatrix NewMatrix() => new(Mesh, _east, _north, _seamX, _seamY);

    /// <summary>Whether opposite sides are joined, in any direction.</summary>
    public bool IsPeriodic => _seamX.Length + _seamY.Length > 0;

    /// <summary>Adds weight × the boundary coefficients of K's diagonal.</summary>
    /// <param name="weight">Factor.</param>
    /// <param name="diagonal">One per cell, is added to.</param>
    public void AddBoundaryDiagonal(double weight, Span<double> diagonal)
    {
        foreach (BoundaryPatch patch in _patches) patch.AddCoefficients(weight, diagonal);
    }

    /// <summary>Adds weight × r(t) to a right-hand side.</summary>
    /// <param name="weight">Factor, such as the step size in s.</param>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at a break.</param>
    /// <param name="target">One per cell, is added to.</param>
    /// <returns>What all sources together bring in, mol/s.</returns>
    public double AddForcing(double weight, double time, Limit limit, Span<double> target)
    {
        foreach (BoundaryPatch patch in _patches) patch.AddInflowOfValue(weight, time, limit, target);
        if (_sources.Length == 0) return 0;

        Span<double> rate = _sourceRate;
        rate.Clear();
        foreach (ISource source in _sources) source.AddTo(Mesh, time, limit, rate);
        double total = 0;
        for (int cell = 0; cell < rate.Length; cell++)
        {
            double amount = _volumes[cell] * rate[cell];
            target[cell] += weight * amount;
            total += amount;
        }

        return total;
    }

    /// <summary>What all sources together bring in at an instant, mol/s.</summary>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at a break.</param>
    public double SourceRate(double time, Limit limit)
    {
        if (_sources.Length == 0) return 0;
        Span<double> rate = _sourceRate;
        rate.Clear();
        foreach (ISource source in _sources) source.AddTo(Mesh, time, limit, rate);
        double total = 0;
        for (int cell = 0; cell < rate.Length; cell++) total += _volumes[cell] * rate[cell];
        return total;
    }

    /// <summary>Adds weight × what leaves through each side.</summary>
    /// <param name="weight">Factor, s.</param>
    /// <param name="activity">a in mol/m³.</param>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at a break.</param>
    /// <param name="outflow">One per side, mol; is added to.</param>
    /// <param name="turnover">Is added to: the magnitudes that each outflow is the difference of, mol, where it depends on the cells. Its rounding error is a part of these.</param>
    public void AddOutflow(double weight, ReadOnlySpan<double> activity, double time, Limit limit, Span<double> outflow, Span<double> turnover)
    {
        for (int k = 0; k < _patches.Length; k++)
        {
            (double rate, double magnitude) = _patches[k].Outflow(activity, time, limit);
            outflow[k] += weight * rate;
            turnover[k] += Math.Abs(weight) * magnitude;
        }
    }

    /// <summary>dc/dt at an instant, explicitly: V⁻¹(−K c/k + r).</summary>
    /// <param name="concentration">c in mol/m³.</param>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at a break.</param>
    /// <param name="rate">Receives dc/dt, mol/(m³ s).</param>
    public void Rate(ReadOnlySpan<double> concentration, double time, Limit limit, Span<double> rate)
    {
        Inflow(ActivityOf(concentration), rate);
        AddForcing(1, time, limit, rate);
        for (int cell = 0; cell < rate.Length; cell++) rate[cell] /= _volumes[cell];
    }

    /// <summary>The matrix of an implicit step: result = (k V + shift K) a.</summary>
    /// <param name="shift">In s.</param>
    /// <param name="activity">a, one per cell.</param>
    /// <param name="result">Receives the product.</param>
    public void Apply(double shift, ReadOnlySpan<double> activity, Span<double> result)
    {
        Inflow(activity, result);
        for (int cell = 0; cell < result.Length; cell++) result[cell] = _capacities[cell] * activity[cell] - shift * result[cell];
    }

    /// <summary>The activities c/k. Valid until the next call.</summary>
    /// <param name="concentration">c in mol/m³; returned as it is unless there is segregation.</param>
    internal ReadOnlySpan<double> ActivityOf(ReadOnlySpan<double> concentration)
    {
        if (_activity.Length == 0) return concentration;
        concentration.CopyTo(_activity);
        _segregation.ToActivity(_activity);
        return _activity;
    }

    /// <summary>Turns concentrations into activities, in place.</summary>
    /// <param name="values">One per cell.</param>
    internal void ToActivity(Span<double> values) => _segregation.ToActivity(values);

    /// <summary>Turns activities into concentrations, in place.</summary>
    /// <param name="values">One per cell.</param>
    internal void ToConcentration(Span<double> values) => _segregation.ToConcentration(values);

    /// <summary>The concentration on the inner side of a boundary face, from the parabola with the cell's average and the gradients at the cell's two faces.</summary>
    /// <param name="side">The side.</param>
    /// <param name="face">Face number, 0 in one dimension.</param>
    /// <param name="concentration">c in mol/m³.</param>
    /// <param name="time">Time in s.</param>
    /// <param name="limit">From which side, at a break.</param>
    public double FaceValue(Side side, int face, ReadOnlySpan<double> concentration, double time, Limit limit)
    {
        bool alongX = side is Side.XMin or Side.XMax;
        if ((alongX ? _seamX : _seamY).Length == 0) return _patches[(int)side].FaceValue(face, concentration, time, limit);
        Side opposite = side switch { Side.XMin => Side.XMax, Side.XMax => Side.XMin, Side.YMin => Side.YMax, _ => Side.YMin };
        return InnerFaceValue(Mesh.FacesOf(side).Cell(face), Mesh.FacesOf(opposite).Cell(face), alongX, concentration);
    }

    /// <summary>The concentration on the face between two neighbours that makes the fluxes of both half cells equal, mol/m³: on the first one's side, where k jumps.</summary>
    /// <param name="cell">A cell.</param>
    /// <param name="neighbour">A neighbour of it.</param>
    /// <param name="alongX">Whether they are neighbours along x.</param>
    /// <param name="concentration">c in mol/m³.</param>
    public double InnerFaceValue(int cell, int neighbour, bool alongX, ReadOnlySpan<double> concentration)
    {
        ReadOnlySpan<double> widths = alongX ? Mesh.X.Widths : Mesh.Y!.Widths, permeability = alongX ? _permeabilityX : _permeabilityY;
        int row = Mesh.CellsX;
        double here = permeability[cell] / widths[alongX ? cell % row : cell / row];
        double there = permeability[neighbour] / widths[alongX ? neighbour % row : neighbour / row];
        double activity = (here * (concentration[cell] / _segregation[cell]) + there * (concentration[neighbour] / _segregation[neighbour])) / (here + there);
        return _segregation[cell] * activity;
    }

    /// <summary>The shortest time in which a cell equilibrates with its neighbours, its capacity over the sum of its conductances, s.</summary>
    public double FastestCellTime()
    {
        double shortest = double.PositiveInfinity;
        int row = Mesh.CellsX;
        for (int cell = 0; cell < _volumes.Length; cell++)
        {
            double sum = _east[cell] + (cell > 0 ? _east[cell - 1] : 0);
            if (_north.Length != 0) sum += _north[cell] + (cell >= row ? _north[cell - row] : 0);
            shortest = Math.Min(shortest, _capacities[cell] / sum);
        }

        return shortest;
    }

    /// <summary>The first instant after a time where a condition or a source has a break; +∞ when there is none.</summary>
    /// <param name="time">Time in s.</param>
    public double NextBreak(double time)
    {
        double next = double.PositiveInfinity;
        foreach (BoundaryPatch patch in _patches) next = Math.Min(next, patch.NextBreak(time));
        foreach (ISource source in _sources) next = Math.Min(next, source.NextBreak(time));
        return next;
    }

    /// <summary>Whether a break is a jump of a condition's value, or a break of a source: dc/dt jumps, not only its slope.</summary>
    /// <param name="time">An instant that <see cref="NextBreak"/> has named.</param>
    public bool JumpsAt(double time)
    {
        foreach (BoundaryPatch patch in _patches)
        {
            if (patch.JumpsAt(time)) return true;
        }

        foreach (ISource source in _sources)
        {
            if (source.NextBreak(Math.BitDecrement(time)) == time) return true;
        }

        return false;
    }

    // What flows into each cell through its faces, but for what the values of conditions let in.
    private void Inflow(ReadOnlySpan<double> activity, Span<double> inflow)
    {
        FluxDivergence.Compute(activity, _east, inflow);
        if (_north.Length != 0) FluxDivergence.AddAcrossRows(activity, _north, Mesh.CellsX, inflow);
        AddAcrossSeam(_seamX, Side.XMin, Side.XMax, activity, inflow);
        AddAcrossSeam(_seamY, Side.YMin, Side.YMax, activity, inflow);
        foreach (BoundaryPatch patch in _patches) patch.AddOfCell(-1, activity, inflow);
    }

    private void AddAcrossSeam(double[] seam, Side start, Side end, ReadOnlySpan<double> activity, Span<double> inflow)
    {
        if (seam.Length == 0) return;
        SideFaces first = Mesh.FacesOf(start), last = Mesh.FacesOf(end);
        for (int k = 0; k < seam.Length; k++)
        {
            double flow = seam[k] * (activity[last.Cell(k)] - activity[first.Cell(k)]);
            inflow[first.Cell(k)] += flow;
            inflow[last.Cell(k)] -= flow;
        }
    }

    private static bool AreJoined(DiffusionProblem problem, Side start, Side end)
    {
        bool first = problem[start].Kind is Periodic, second = problem[end].Kind is Periodic;
        if (first != second) throw new ArgumentException($"side {problem.Mesh.NameOf(first ? start : end)} is periodic, but side {problem.Mesh.NameOf(first ? end : start)} is not");
        if (first && problem.PartsOf(start).Count + problem.PartsOf(end).Count > 0) throw new ArgumentException("a periodic side has no parts");
        return first;
    }
}
