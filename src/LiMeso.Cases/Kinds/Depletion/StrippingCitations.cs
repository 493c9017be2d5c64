using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Kinds.Depletion;

/// <summary>The works that every case about stripping a foil owes its method to.</summary>
internal static class StrippingCitations
{
    /// <summary>The study whose figures the shipped cases answer to.</summary>
    public static Citation Study { get; } =
        new(CitationRole.Method, "J. S. Yoon, H. Sulaimon, D. J. Siegel, Exploiting grain boundary diffusion to minimize dendrite formation in lithium metal-solid state batteries, J. Mater. Chem. A 11 (2023) 23288: the model of depletion", "10.1039/d3ta03814a");

    public static IReadOnlyList<Citation> All { get; } =
    [
        Study,
        new(CitationRole.Method, "T. R. Jow, C. C. Liang, J. Electrochem. Soc. 130 (1983) 737: the closed solution for a foil of finite thickness"),
        new(CitationRole.Method, "H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd ed., Oxford University Press (1959), section 3.8: the same solution as a cosine series"),
    ];

    public static Citation Harrison { get; } =
        new(CitationRole.Method, "L. G. Harrison, Trans. Faraday Soc. 57 (1961) 1191: regimes of diffusion in polycrystals; I. Kaur, Y. Mishin, W. Gust, Fundamentals of Grain and Interphase Boundary Diffusion, Wiley (1995): their limits");
}
