namespace LiMeso.Atomistics.Meam;

/// <summary>
/// The switching function of MEAM, f(x) = [1 − (1 − x)⁴]² for 0 &lt; x &lt; 1, 0 below and 1 above: it ends both the interactions, with x = (r_c − r)/Δr,
/// and the screening, with x = (C − C_min)/(C_max − C_min). Baskes, Mater. Chem. Phys. 50 (1997) 152.
/// </summary>
internal static class SmoothStep
{
    /// <summary>f(x).</summary>
    public static double Of(double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        double t = 1 - x, t4 = t * t * t * t;
        return (1 - t4) * (1 - t4);
    }
}
