namespace LiMeso.FiniteVolume.Homogenisation;

/// <summary>The lattice on which circles lie.</summary>
public enum CircleLattice
{
    /// <summary>One circle in each square.</summary>
    Square,

    /// <summary>One circle in each regular hexagon.</summary>
    Hexagonal,
}

/// <summary>Circles in a matrix. The elements follow the circles with straight edges: outside them, or inside, whichever makes the diffusivity larger.</summary>
public sealed class CircleCell : IUnitCell
{
    private readonly CircleLattice _lattice;
    private readonly double _matrix, _inclusion, _radius;

    /// <summary>A lattice of circles.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="matrix">D of the matrix, m²/s; positive and finite.</param>
    /// <param name="inclusion">D of the circles, m²/s; 0 and infinity are allowed.</param>
    /// <param name="fraction">Area fraction of the circles, so that they do not touch: below π/4 or π/√12.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public CircleCell(CircleLattice lattice, double matrix, double inclusion, double fraction)
    {
        double area = lattice == CircleLattice.Square ? 1 : Math.Sqrt(0.75), largest = Math.PI / 4 / area;
        if (!(fraction > 0 && fraction < largest)) throw new ArgumentException(FormattableString.Invariant($"the fraction of circles that do not touch lies between 0 and {largest:0.####}"), nameof(fraction));
        if (!(matrix > 0 && double.IsFinite(matrix))) throw new ArgumentException("the diffusivity of the matrix is positive and finite", nameof(matrix));
        if (!(inclusion >= 0)) throw new ArgumentException("the diffusivity of the circles is 0, positive or infinite", nameof(inclusion));
        (_lattice, _matrix, _inclusion) = (lattice, matrix, inclusion);
        _radius = Math.Sqrt(fraction * area / Math.PI);
    }

    /// <inheritdoc/>
    public bool IsGraded => false;

    /// <inheritdoc/>
    public double Orientation { get; init; }

    /// <inheritdoc/>
    public long ElementsAt(int level) => 16L * level * level * (_lattice == CircleLattice.Square ? 1 : 2);

    /// <inheritdoc/>
    public PeriodicElements Mesh(Medium medium, Resolution resolution)
    {
        (double matrix, double inclusion) = medium == Medium.Given ? (_matrix, _inclusion) : (1 / _matrix, 1 / _inclusion);
        return new CircleElements(_lattice, _radius, resolution.Level, matrix, inclusion);
    }
}
