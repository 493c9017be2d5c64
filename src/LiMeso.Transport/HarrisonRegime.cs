using System.Globalization;

namespace LiMeso.Transport;

/// <summary>Kinetics of diffusion in a polycrystal after Harrison: does the diffusion field span many grains (A), stay near the boundaries (B), or in them (C)?</summary>
public enum HarrisonType
{
    /// <summary>Atoms cross several grains: one effective diffusivity describes the polycrystal.</summary>
    A,

    /// <summary>Between A and B.</summary>
    AB,

    /// <summary>Atoms leak from the boundaries into the grains but reach no other boundary.</summary>
    B,

    /// <summary>Between B and C.</summary>
    BC,

    /// <summary>Diffusion inside the boundaries alone.</summary>
    C,
}

/// <summary>Which of Harrison's regimes a diffusion time and a grain size belong to, by the rule of thumb of Kaur, Mishin and Gust.</summary>
/// <remarks>
/// With the diffusion length ℓ = √(D_bulk t): type A for ℓ ≥ d/0.8; type B for s w ≪ ℓ ≪ d/2, type C for ℓ ≪ s w, where "≪" is read as ten times smaller in
/// α = s w/(2ℓ) (B: α ≤ 0.1, C: α ≥ 10) and in ℓ/(d/2) (B: ℓ ≤ d/20). What lies between is AB or BC. Source: I. Kaur, Y. Mishin, W. Gust, Fundamentals of Grain
/// and Interphase Boundary Diffusion, Wiley (1995); L. G. Harrison, Trans. Faraday Soc. 57 (1961) 1191. Random-walk simulations put the edge of A
/// later, at ℓ ≥ d/0.4 (I. V. Belova, G. E. Murch, Philos. Mag. A 81 (2001) 2447).
/// </remarks>
public sealed record HarrisonRegime
{
    /// <summary>Smallest √(D_bulk t)/d at which the kinetics count as type A, so that an effective diffusivity exists.</summary>
    public const double TypeALengthRatio = 1 / 0.8;

    private const double TypeBLengthRatio = 1.0 / 20;
    private const double TypeBAlpha = 0.1;
    private const double TypeCAlpha = 10;

    private HarrisonRegime(double diffusionLength, double time, double grainSize, double alpha)
    {
        (DiffusionLength, Time, GrainSize, Alpha) = (diffusionLength, time, grainSize, alpha);
        Type = Ratio >= TypeALengthRatio ? HarrisonType.A
            : alpha >= TypeCAlpha ? HarrisonType.C
            : Ratio > TypeBLengthRatio ? HarrisonType.AB
            : alpha > TypeBAlpha ? HarrisonType.BC
            : HarrisonType.B;
    }

    /// <summary>The regime.</summary>
    public HarrisonType Type { get; }

    /// <summary>√(D_bulk t), m.</summary>
    public double DiffusionLength { get; }

    /// <summary>The diffusion time, s.</summary>
    public double Time { get; }

    /// <summary>Grain size, m.</summary>
    public double GrainSize { get; }

    /// <summary>√(D_bulk t)/d.</summary>
    public double Ratio => DiffusionLength / GrainSize;

    /// <summary>α = s w / (2√(D_bulk t)).</summary>
    public double Alpha { get; }

    /// <summary>Whether an effective diffusivity of the polycrystal is defined at all: type A.</summary>
    public bool EffectiveMediumExists => Type == HarrisonType.A;

    /// <summary>One sentence for a log or a report: the numbers, the regime, and what follows for an effective diffusivity.</summary>
    public string Statement
    {
        get
        {
            string kinetics = Type switch
            {
                HarrisonType.A => "type A kinetics, the grains act as one effective medium",
                HarrisonType.AB => "between type A and type B kinetics, most atoms never leave their grain",
                HarrisonType.B => "type B kinetics, atoms stay close to the boundary they came by",
                HarrisonType.BC => "between type B and type C kinetics, atoms hardly leave the boundaries",
                _ => "type C kinetics, the grains take no part",
            };
            string consequence = EffectiveMediumExists ? "" : " and no effective medium exists: any polycrystal diffusivity is a formal average here";
            string reach = FormattableString.Invariant($"In {Duration(Time)} bulk diffusion reaches sqrt(D_bulk t) = {Length(DiffusionLength)}, {Ratio:g2} of the grain size {Length(GrainSize)}");
            return FormattableString.Invariant($"{reach} (an effective medium needs {TypeALengthRatio}): {kinetics}{consequence}.");
        }
    }

    /// <summary>Classifies a case.</summary>
    /// <param name="bulkDiffusivity">D_bulk, m²/s, positive.</param>
    /// <param name="time">Diffusion time, s, positive: the depletion time, or the length of a rest.</param>
    /// <param name="grainSize">d, m, positive.</param>
    /// <param name="width">Boundary width w, m, zero or positive.</param>
    /// <param name="segregation">s, dimensionless, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
    public static HarrisonRegime Of(double bulkDiffusivity, double time, double grainSize, double width, double segregation = 1)
    {
        Require(bulkDiffusivity > 0, bulkDiffusivity, "bulk diffusivity");
        Require(time > 0, time, "diffusion time");
        Require(grainSize > 0, grainSize, "grain size");
        Require(width >= 0, width, "boundary width");
        Require(segregation > 0, segregation, "segregation factor");
        double length = Math.Sqrt(bulkDiffusivity * time);
        return new HarrisonRegime(length, time, grainSize, segregation * width / (2 * length));
    }

    private static void Require(bool holds, double value, string what)
    {
        if (!holds || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(null, FormattableString.Invariant($"{what} must be finite and positive, not {value:g6}."));
    }

    private static string Length(double metres) => metres switch
    {
        >= 1e-3 => Round(metres * 1e3) + " mm",
        >= 1e-7 => Round(metres * 1e6) + " um",
        _ => Round(metres * 1e9) + " nm",
    };

    private static string Duration(double seconds) => seconds switch
    {
        >= 2 * 86400 * 2 => Round(seconds / 86400) + " days",
        >= 2 * 3600 => Round(seconds / 3600) + " h",
        >= 120 => Round(seconds / 60) + " min",
        _ => Round(seconds) + " s",
    };

    private static string Round(double value) => value.ToString(value is >= 100 and < 1e6 ? "f0" : "g3", CultureInfo.InvariantCulture);
}
