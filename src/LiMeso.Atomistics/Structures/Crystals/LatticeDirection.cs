namespace LiMeso.Atomistics.Structures.Crystals;

/// <summary>A lattice direction of a cubic crystal, in whole numbers: [u v w].</summary>
/// <param name="U">Along the first cube edge.</param>
/// <param name="V">Along the second.</param>
/// <param name="W">Along the third.</param>
public readonly record struct LatticeDirection(int U, int V, int W) : IComparable<LatticeDirection>
{
    /// <summary>Its length in lattice constants.</summary>
    public double Length => Math.Sqrt(Dot(this, this));

    /// <summary>Whether all of its indices are zero.</summary>
    public bool IsZero => (U, V, W) == (0, 0, 0);

    /// <summary>The same direction with indices that have no common factor.</summary>
    /// <exception cref="InvalidOperationException">All indices are zero.</exception>
    public LatticeDirection Primitive
    {
        get
        {
            if (IsZero) throw new InvalidOperationException("[0 0 0] is no direction");
            int common = (int)WholeNumbers.GreatestCommonDivisor(U, V, W);
            return new(U / common, V / common, W / common);
        }
    }

    /// <summary>The scalar product, in squared lattice constants.</summary>
    /// <exception cref="OverflowException">The indices are too large.</exception>
    public static int Dot(LatticeDirection a, LatticeDirection b) => checked(a.U * b.U + a.V * b.V + a.W * b.W);

    /// <summary>The vector product.</summary>
    /// <exception cref="OverflowException">The indices are too large.</exception>
    public static LatticeDirection Cross(LatticeDirection a, LatticeDirection b) =>
        checked(new(a.V * b.W - a.W * b.V, a.W * b.U - a.U * b.W, a.U * b.V - a.V * b.U));

    /// <summary>The opposite direction.</summary>
    public static LatticeDirection operator -(LatticeDirection a) => new(-a.U, -a.V, -a.W);

    /// <summary>Sum.</summary>
    public static LatticeDirection operator +(LatticeDirection a, LatticeDirection b) => checked(new(a.U + b.U, a.V + b.V, a.W + b.W));

    /// <summary>Multiplied by a whole number.</summary>
    public static LatticeDirection operator *(int factor, LatticeDirection a) => checked(new(factor * a.U, factor * a.V, factor * a.W));

    /// <summary>Order by the first index, then the second, then the third.</summary>
    /// <param name="other">The other one.</param>
    public int CompareTo(LatticeDirection other) => (U, V, W).CompareTo((other.U, other.V, other.W));

    /// <summary>Order by the first index, then the second, then the third.</summary>
    public static bool operator <(LatticeDirection a, LatticeDirection b) => a.CompareTo(b) < 0;

    /// <summary>Order by the first index, then the second, then the third.</summary>
    public static bool operator >(LatticeDirection a, LatticeDirection b) => a.CompareTo(b) > 0;

    /// <summary>Order by the first index, then the second, then the third.</summary>
    public static bool operator <=(LatticeDirection a, LatticeDirection b) => a.CompareTo(b) <= 0;

    /// <summary>Order by the first index, then the second, then the third.</summary>
    public static bool operator >=(LatticeDirection a, LatticeDirection b) => a.CompareTo(b) >= 0;

    /// <summary>As it is written: [1 -1 0].</summary>
    public override string ToString() => FormattableString.Invariant($"[{U} {V} {W}]");
}
