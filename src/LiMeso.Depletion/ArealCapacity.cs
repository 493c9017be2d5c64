namespace LiMeso.Depletion;

/// <summary>Charge per area between C/m², which this room computes in, and mAh/cm², which batteries are quoted in.</summary>
public static class ArealCapacity
{
    /// <summary>One mAh/cm² in C/m²: 3.6 C over 1e-4 m².</summary>
    public const double MilliampHourPerSquareCentimetre = 36000;

    /// <summary>A charge per area in mAh/cm².</summary>
    /// <param name="coulombPerSquareMetre">Charge per area, C/m².</param>
    public static double ToMilliampHourPerSquareCentimetre(double coulombPerSquareMetre) => coulombPerSquareMetre / MilliampHourPerSquareCentimetre;

    /// <summary>A charge per area in C/m².</summary>
    /// <param name="milliampHourPerSquareCentimetre">Charge per area, mAh/cm².</param>
    public static double FromMilliampHourPerSquareCentimetre(double milliampHourPerSquareCentimetre) =>
        milliampHourPerSquareCentimetre * MilliampHourPerSquareCentimetre;
}
