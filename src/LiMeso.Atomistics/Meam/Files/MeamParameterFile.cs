using LiMeso.Core.Input;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Meam.Files;

/// <summary>
/// The parameter file of LAMMPS's <c>pair_style meam</c> for one element: lines <c>keyword = value</c> or <c>keyword(1,1) = value</c>, with LAMMPS's defaults for what is not there.
/// What only alloys have, and options that nothing here was checked with, are refused by line.
/// </summary>
internal static class MeamParameterFile
{
    private const string ZblKeyword = "zbl";

    // keyword: how many indices it has, and what its value does to the parameters
    private static readonly Dictionary<string, (int Indices, Func<MeamParameters, MeamToken, MeamParameters> Set)> _keywords = new()
    {
        ["rc"] = (0, (p, v) => p with { Cutoff = v.Positive("the cutoff") }),
        ["delr"] = (0, (p, v) => p with { CutoffWidth = v.Positive("the width of the cutoff's window") }),
        ["augt1"] = (0, (p, v) => OneOf(v, 0, 1) == 1 ? Augmented(p) : p),
        ["gsmooth_factor"] = (0, (p, v) => p with { SmoothingFactor = v.Positive("the smoothing factor") }),
        ["erose_form"] = (0, (p, v) => p with { RoseForm = OneOf(v, 0, 1, 2) }),
        // how t is averaged over the elements of an alloy: the same for one element
        ["ialloy"] = (0, (p, v) => Unchanged(p, OneOf(v, 0, 1, 2))),
        ["mixture_ref_t"] = (0, (p, v) => Unchanged(p, OneOf(v, 0))),
        ["emb_lin_neg"] = (0, (p, v) => Unchanged(p, OneOf(v, 0))),
        ["bkgd_dyn"] = (0, (p, v) => Unchanged(p, OneOf(v, 0))),
        ["rho0"] = (1, (p, v) => p with { DensityScale = v.Positive("the density scale") }),
        ["Ec"] = (2, (p, v) => p with { CohesiveEnergy = v.Positive("the cohesive energy") }),
        ["re"] = (2, (p, v) => p with { NeighbourDistance = v.Positive("the distance of first neighbours") }),
        ["alpha"] = (2, (p, v) => p with { Alpha = v.Positive("alpha") }),
        ["attrac"] = (2, (p, v) => p with { Attraction = v.Number("a number") }),
        ["repuls"] = (2, (p, v) => p with { Repulsion = v.Number("a number") }),
        ["nn2"] = (2, (p, v) => p with { SecondNeighbours = OneOf(v, 0, 1) == 1 }),
        [ZblKeyword] = (2, (p, v) => Unchanged(p, OneOf(v, 0))),
        ["Cmin"] = (3, (p, v) => p with { ScreeningMinimum = v.Number("a number") }),
        ["Cmax"] = (3, (p, v) => p with { ScreeningMaximum = v.Number("a number") }),
    };

    private static readonly string[] _ofAlloys = ["delta", "lattce", "theta"];

    /// <summary>Applies a file to what the library says of the element.</summary>
    /// <param name="library">What the library says.</param>
    /// <param name="text">The parameter file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="InputException">An unknown or unsupported keyword, index or value; the message has its line.</exception>
    public static MeamParameters Apply(MeamParameters library, string text, string name)
    {
        MeamParameters p = library;
        var seen = new Dictionary<string, SourceLocation>();
        foreach (MeamToken[] line in MeamToken.Lines(text, name, " \t\r=(,)"))
        {
            (string keyword, SourceLocation where) = line[0];
            if (_ofAlloys.Contains(keyword)) throw new InputException(where, $"'{keyword}' is for alloys, which are not supported", "Give the parameter file of the pure element.");
            if (!_keywords.TryGetValue(keyword, out var known))
            {
                string? near = NearestName.Of(keyword, [.. _keywords.Keys]);
                throw new InputException(where, $"unknown keyword '{keyword}'", $"{(near is null ? "" : $"Did you mean '{near}'? ")}Valid: {string.Join(", ", _keywords.Keys)}.");
            }

            if (line.Length != known.Indices + 2)
                throw new InputException(where, $"'{keyword}' is not written as expected", $"Expected {Form(keyword, known.Indices)} = VALUE.");
            if (line[1..^1].Any(index => index.Text != "1"))
                throw new InputException(where, $"{keyword}({string.Join(",", line[1..^1].Select(i => i.Text))}) speaks of a second element; alloys are not supported", $"For a pure element only {Form(keyword, known.Indices)} has a meaning.");
            if (!seen.TryAdd(keyword, where)) throw new InputException(where, $"'{keyword}' stands twice", $"It stands in line {seen[keyword].Line} already.");
            p = known.Set(p, line[^1]);
        }

        if (!seen.ContainsKey(ZblKeyword))
            throw new InputException(new SourceLocation(name), "the repulsion of Ziegler, Biersack and Littmark, which LAMMPS adds by default, is not supported", $"Switch it off with {Form(ZblKeyword, 2)} = 0.");
        if (!seen.ContainsKey("augt1")) p = Augmented(p);
        if (p.ScreeningMinimum >= p.ScreeningMaximum || p.ScreeningMaximum <= 2)
            throw new InputException(seen.GetValueOrDefault("Cmax") ?? new SourceLocation(name), "the limits of the screening do not fit", "Expected Cmin < Cmax, and Cmax > 2.");
        if (p.CutoffWidth >= p.Cutoff)
            throw new InputException(seen.GetValueOrDefault("delr") ?? new SourceLocation(name), "the cutoff's window is wider than the cutoff", "Expected delr < rc.");
        return p;
    }

    private static string Form(string keyword, int indices) => indices == 0 ? keyword : $"{keyword}({string.Join(",", Enumerable.Repeat("1", indices))})";

    // t1 + 3/5 t3: the form of the density of order 3 before its Legendre polynomials were made orthogonal
    private static MeamParameters Augmented(MeamParameters p) => p with { Weights = p.Weights with { T1 = p.Weights.T1 + 0.6 * p.Weights.T3 } };

    private static MeamParameters Unchanged(MeamParameters p, int _) => p;

    private static int OneOf(MeamToken value, params int[] supported)
    {
        int whole = value.Whole("an option");
        return supported.Contains(whole)
            ? whole
            : throw new InputException(value.Location, $"the value {whole} is not supported", $"Supported: {string.Join(", ", supported)}.");
    }
}
