namespace LiMeso.Atomistics.Structures;

/// <summary>A symmetric second-rank tensor, such as a virial or a pressure, in the component order of LAMMPS.</summary>
/// <param name="Xx">The xx component.</param>
/// <param name="Yy">The yy component.</param>
/// <param name="Zz">The zz component.</param>
/// <param name="Xy">The xy component.</param>
/// <param name="Xz">The xz component.</param>
/// <param name="Yz">The yz component.</param>
public readonly record struct SymmetricTensor(double Xx, double Yy, double Zz, double Xy, double Xz, double Yz)
{
    /// <summary>The sum of the diagonal.</summary>
    public double Trace => Xx + Yy + Zz;

    /// <summary>The components in the order xx, yy, zz, xy, xz, yz.</summary>
    public double[] ToArray() => [Xx, Yy, Zz, Xy, Xz, Yz];

    /// <summary>Sum, component by component.</summary>
    public static SymmetricTensor operator +(SymmetricTensor a, SymmetricTensor b) =>
        new(a.Xx + b.Xx, a.Yy + b.Yy, a.Zz + b.Zz, a.Xy + b.Xy, a.Xz + b.Xz, a.Yz + b.Yz);

    /// <summary>Multiplied by a number.</summary>
    public static SymmetricTensor operator *(double factor, SymmetricTensor a) =>
        new(factor * a.Xx, factor * a.Yy, factor * a.Zz, factor * a.Xy, factor * a.Xz, factor * a.Yz);
}
