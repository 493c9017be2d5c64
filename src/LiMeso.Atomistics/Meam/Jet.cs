namespace LiMeso.Atomistics.Meam;

/// <summary>A number that depends on one variable, with its first and second derivatives: formulas written with it give both without being differentiated by hand.</summary>
/// <param name="Value">f.</param>
/// <param name="Slope">f′.</param>
/// <param name="Curvature">f″.</param>
internal readonly record struct Jet(double Value, double Slope, double Curvature)
{
    /// <summary>The variable itself.</summary>
    public static Jet Variable(double x) => new(x, 1, 0);

    public static implicit operator Jet(double constant) => new(constant, 0, 0);

    public static Jet operator +(Jet a, Jet b) => new(a.Value + b.Value, a.Slope + b.Slope, a.Curvature + b.Curvature);

    public static Jet operator -(Jet a, Jet b) => new(a.Value - b.Value, a.Slope - b.Slope, a.Curvature - b.Curvature);

    public static Jet operator -(Jet a) => 0 - a;

    public static Jet operator *(Jet a, Jet b) =>
        new(a.Value * b.Value, a.Slope * b.Value + a.Value * b.Slope, a.Curvature * b.Value + 2 * a.Slope * b.Slope + a.Value * b.Curvature);

    public static Jet operator /(Jet a, Jet b) => a * Of(b, 1 / b.Value, -1 / (b.Value * b.Value), 2 / (b.Value * b.Value * b.Value));

    public static Jet Exp(Jet a) => Of(a, Math.Exp(a.Value), Math.Exp(a.Value), Math.Exp(a.Value));

    public static Jet Log(Jet a) => Of(a, Math.Log(a.Value), 1 / a.Value, -1 / (a.Value * a.Value));

    // g(f(x)) from g, g′, g″ at f.
    private static Jet Of(Jet f, double g, double slope, double curvature) =>
        new(g, slope * f.Slope, curvature * f.Slope * f.Slope + slope * f.Curvature);
}
