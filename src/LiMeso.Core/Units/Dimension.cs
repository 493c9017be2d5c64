namespace LiMeso.Core.Units;

/// <summary>Physical dimension as exponents of the six SI base quantities that LiMeso meets, and of the plane angle, so that no degree passes for a pure number.</summary>
/// <param name="Length">Exponent of length (m).</param>
/// <param name="Mass">Exponent of mass (kg).</param>
/// <param name="Time">Exponent of time (s).</param>
/// <param name="Current">Exponent of electric current (A).</param>
/// <param name="Temperature">Exponent of temperature (K).</param>
/// <param name="Amount">Exponent of amount of substance (mol).</param>
/// <param name="Angle">Exponent of plane angle (rad).</param>
public readonly record struct Dimension(int Length = 0, int Mass = 0, int Time = 0, int Current = 0, int Temperature = 0, int Amount = 0, int Angle = 0)
{
    /// <summary>Dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => new(
        a.Length + b.Length, a.Mass + b.Mass, a.Time + b.Time, a.Current + b.Current, a.Temperature + b.Temperature, a.Amount + b.Amount, a.Angle + b.Angle);

    /// <summary>Dimension of an integer power.</summary>
    /// <param name="exponent">The exponent, of either sign.</param>
    public Dimension Power(int exponent) => new(
        Length * exponent, Mass * exponent, Time * exponent, Current * exponent, Temperature * exponent, Amount * exponent, Angle * exponent);
}
