namespace LiMeso.Atomistics.Structures;

/// <summary>
/// A linear map of space, r = M x, whose matrix has nothing below its diagonal. Maps of this form take a <see cref="SimulationBox"/> to another one without turning it, and every deformation is one of them
/// followed by a rotation, which no energy notices.
/// </summary>
/// <param name="Xx">Row x, column x.</param>
/// <param name="Yy">Row y, column y.</param>
/// <param name="Zz">Row z, column z.</param>
/// <param name="Xy">Row x, column y.</param>
/// <param name="Xz">Row x, column z.</param>
/// <param name="Yz">Row y, column z.</param>
public readonly record struct Deformation(double Xx, double Yy, double Zz, double Xy, double Xz, double Yz)
{
    /// <summary>The map that changes nothing.</summary>
    public static readonly Deformation Identity = new(1, 1, 1, 0, 0, 0);

    /// <summary>Volume after over volume before.</summary>
    public double Determinant => Xx * Yy * Zz;

    /// <summary>The inverse map.</summary>
    public Deformation Inverse => new(
        1 / Xx, 1 / Yy, 1 / Zz,
        -Xy / (Xx * Yy), (Xy * Yz - Xz * Yy) / Determinant, -Yz / (Yy * Zz));

    /// <summary>The image of a vector.</summary>
    /// <param name="v">The vector.</param>
    public Vector3 Apply(Vector3 v) => new(Xx * v.X + Xy * v.Y + Xz * v.Z, Yy * v.Y + Yz * v.Z, Zz * v.Z);

    /// <summary>The image of a box; its origin stays where it is.</summary>
    /// <param name="box">The box.</param>
    /// <exception cref="ArgumentException">The map turns the box inside out.</exception>
    public SimulationBox Apply(SimulationBox box)
    {
        if (!(Xx > 0 && Yy > 0 && Zz > 0)) throw new ArgumentException("a length of the deformed box would not be positive", nameof(box));
        Vector3 a = Apply(box.A), b = Apply(box.B), c = Apply(box.C);
        return box with { Lengths = new(a.X, b.Y, c.Z), Xy = b.X, Xz = c.X, Yz = c.Y };
    }

    /// <summary>Deforms a system in place: the box about its origin, and every atom with it.</summary>
    /// <param name="system">The system.</param>
    public void ApplyTo(AtomicSystem system)
    {
        system.Box = Apply(system.Box);
        Span<double> r = system.Positions;
        Vector3 origin = system.Box.Origin;
        for (int i = 0; i < system.Count; i++) (origin + Apply(system.Position(i) - origin)).CopyTo(r[(3 * i)..]);
    }
}
