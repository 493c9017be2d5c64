namespace LiMeso.Atomistics.Potentials;

/// <summary>How energies and forces are evaluated. Results of different choices agree to rounding; results of the same choice agree bit for bit on processors with the same width of vectors.</summary>
/// <param name="Threads">Threads to share the work.</param>
/// <param name="Skin">How far beyond the potential's reach neighbours are listed, Å: lists are made anew when an atom has moved half of it.</param>
public sealed record EvaluatorOptions(int Threads = 1, double Skin = EvaluatorOptions.DefaultSkin)
{
    /// <summary>Fastest for lithium at room temperature, Å.</summary>
    public const double DefaultSkin = 0.6;
}
