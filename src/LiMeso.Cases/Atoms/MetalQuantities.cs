using LiMeso.Core.Units;

namespace LiMeso.Cases.Atoms;

/// <summary>From SI, which case files are read into, to the units of the atomistic room.</summary>
internal static class MetalQuantities
{
    /// <summary>m to Å.</summary>
    public static double Length(double si) => QuantityKind.Length.In(si, "A");

    /// <summary>s to ps.</summary>
    public static double Time(double si) => QuantityKind.Time.In(si, "ps");

    /// <summary>Pa to bar.</summary>
    public static double Pressure(double si) => QuantityKind.Pressure.In(si, "bar");

    /// <summary>J to eV.</summary>
    public static double Energy(double si) => QuantityKind.Energy.In(si, "eV");

    /// <summary>Whole steps nearest to a time, one at least.</summary>
    /// <param name="time">ps.</param>
    /// <param name="step">ps.</param>
    public static int Steps(double time, double step) => (int)Math.Max(1, Math.Round(time / step));
}
