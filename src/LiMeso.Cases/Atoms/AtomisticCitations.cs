using LiMeso.Atomistics.Minimisation;
using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Atoms;

/// <summary>What atomistic cases rest on, in common.</summary>
internal static class AtomisticCitations
{
    /// <summary>The minimiser with which structures relax.</summary>
    public static Citation Minimiser => new(CitationRole.Method, $"{new ConjugateGradients().Source}: the minimiser");

    /// <summary>How atoms of a crystal are told from others.</summary>
    public static Citation NeighbourAnalysis => new(CitationRole.Method, "A. Stukowski, Model. Simul. Mater. Sci. Eng. 20 (2012) 045021: adaptive common-neighbour analysis", "10.1088/0965-0393/20/4/045021");

    /// <summary>The source study.</summary>
    /// <param name="what">What of it is used.</param>
    public static Citation Source(string what) => new(CitationRole.Method, $"J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288: {what}", "10.1039/d3ta03814a");
}
