using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Sources;

namespace LiMeso.FiniteVolume;

/// <summary>
/// What is to be solved: ∂c/∂t = ∇·(D k ∇(c/k)) + s on a mesh, from an initial field, with a condition on every side (zero flux
/// unless one is set); the segregation factor k is 1 unless one is given. A plain description; nothing is assembled here.
/// </summary>
public sealed class DiffusionProblem
{
    // Of a side's length: what coordinates of the same place in different units may differ by.
    private const double Rounding = 1e-12;

    private readonly Dictionary<Side, BoundaryCondition> _conditions = [];
    private readonly Dictionary<Side, List<BoundaryPart>> _parts = [];
    private readonly List<ISource> _sources = [];

    /// <summary>A problem from a plug-in diffusivity and a uniform initial concentration.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="diffusivity">D in m²/s.</param>
    /// <param name="initialConcentration">Concentration at the start, mol/m³.</param>
    public DiffusionProblem(RectilinearMesh mesh, IDiffusivityField diffusivity, double initialConcentration)
        : this(mesh, diffusivity, CellField.Uniform("concentration", "mol/m^3", mesh, initialConcentration))
    {
    }

    /// <summary>A problem from a plug-in diffusivity and an initial field.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="diffusivity">D in m²/s, positive.</param>
    /// <param name="initial">The field at the start; its name and unit are those of the solution.</param>
    /// <exception cref="ArgumentException">A diffusivity is not positive, or a field does not fit the mesh.</exception>
    public DiffusionProblem(RectilinearMesh mesh, IDiffusivityField diffusivity, CellField initial)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(diffusivity);
        ArgumentNullException.ThrowIfNull(initial);
        if (initial.Values.Length != mesh.Cells)
            throw new ArgumentException($"an initial field of {initial.Values.Length} values on a mesh of {mesh.Cells} cells", nameof(initial));
        (Mesh, Initial, Diffusivity) = (mesh, initial, diffusivity.OnCells(mesh));
        DiffusivityAlongY = diffusivity.OnCellsAlongY(mesh) ?? Diffusivity;
        RequirePositive(Diffusivity.Values, "diffusivity", " m^2/s");
        RequirePositive(DiffusivityAlongY.Values, "diffusivity", " m^2/s");
    }

    /// <summary>The mesh.</summary>
    public RectilinearMesh Mesh { get; }

    /// <summary>D of every cell, m²/s.</summary>
    public CellField Diffusivity { get; }

    /// <summary>Diffusivity of every cell along y, m²/s: the same field, unless it depends on the direction.</summary>
    public CellField DiffusivityAlongY { get; }

    /// <summary>
    /// Segregation factor k of every cell, dimensionless; null when it is 1 everywhere. Across an interface c/k is continuous: in
    /// equilibrium concentrations are as the factors. Fields, sources, amounts and what monitors record are concentrations of the
    /// cells themselves; concentrations of conditions are those of a region of factor 1 in equilibrium with the side.
    /// </summary>
    /// <exception cref="ArgumentException">A factor is not positive, or the field does not fit the mesh.</exception>
    public CellField? Segregation
    {
        get;
        init
        {
            if (value is not null)
            {
                if (value.Values.Length != Mesh.Cells) throw new ArgumentException($"{value.Values.Length} segregation factors on a mesh of {Mesh.Cells} cells", nameof(value));
                RequirePositive(value.Values, "segregation factor", "");
            }

            field = value;
        }
    }

    /// <summary>The field at the start.</summary>
    public CellField Initial { get; }

    /// <summary>The sources inside the domain.</summary>
    public IReadOnlyList<ISource> Sources => _sources;

    /// <summary>The condition on a side.</summary>
    /// <param name="side">A side that the mesh has.</param>
    public BoundaryCondition this[Side side]
    {
        get => _conditions.GetValueOrDefault(side, BoundaryCondition.ZeroFlux);
        set
        {
            if (!Mesh.Sides.Contains(side)) throw new ArgumentException("a one-dimensional mesh has no y sides", nameof(side));
            _conditions[side] = value;
        }
    }

    /// <summary>The condition on a side, by name.</summary>
    /// <param name="side">A built-in side name or one given to the mesh.</param>
    /// <exception cref="Core.Registries.UnknownNameException">No side is called so.</exception>
    public BoundaryCondition this[string side]
    {
        get => this[Mesh.SideNamed(side)];
        set => this[Mesh.SideNamed(side)] = value;
    }

    /// <summary>Conditions on parts of a side, in the order in which they were added.</summary>
    /// <param name="side">The side.</param>
    public IReadOnlyList<BoundaryPart> PartsOf(Side side) => _parts.GetValueOrDefault(side) ?? [];

    /// <summary>Sets a condition on a part of a side; the condition of the side holds for what is left.</summary>
    /// <param name="side">A side of a two-dimensional mesh.</param>
    /// <param name="part">The condition and where it holds.</param>
    /// <returns>This problem.</returns>
    /// <exception cref="ArgumentException">The part is empty, not on the side, overlaps another, or is periodic.</exception>
    public DiffusionProblem Add(Side side, BoundaryPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (Mesh.Y is null) throw new ArgumentException("a side of a one-dimensional mesh is a point and has no parts", nameof(side));
        Axis along = side is Side.XMin or Side.XMax ? Mesh.Y : Mesh.X;
        double rounding = Rounding * along.Length;
        if (!(part.From < part.To && part.From >= along.Start - rounding && part.To <= along.End + rounding))
            throw new ArgumentException(FormattableString.Invariant($"a part from {part.From} to {part.To} m is not on the side, which runs from {along.Start} to {along.End} m"), nameof(part));
        if (part.Condition.Kind is Periodic) throw new ArgumentException("a part of a side cannot be periodic", nameof(part));
        List<BoundaryPart> parts = _parts.TryGetValue(side, out List<BoundaryPart>? known) ? known : _parts[side] = [];
        if (parts.Find(p => Math.Min(p.To, part.To) - Math.Max(p.From, part.From) > rounding) is { } other)
            throw new ArgumentException(FormattableString.Invariant($"the part of the side from {part.From} to {part.To} m overlaps that from {other.From} to {other.To} m"), nameof(part));
        parts.Add(part);
        return this;
    }

    /// <summary>Adds a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>This problem.</returns>
    public DiffusionProblem Add(ISource source)
    {
        _sources.Add(source);
        return this;
    }

    private static void RequirePositive(ReadOnlySpan<double> values, string quantity, string unit)
    {
        for (int cell = 0; cell < values.Length; cell++)
        {
            if (!(values[cell] > 0) || double.IsInfinity(values[cell]))
            {
                string message = FormattableString.Invariant($"the {quantity} of cell {cell} is {values[cell]}{unit}; it must be positive and finite");
                throw new ArgumentException(message);
            }
        }
    }
}
