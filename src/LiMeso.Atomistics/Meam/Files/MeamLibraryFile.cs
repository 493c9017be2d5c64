using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Meam.Files;

/// <summary>
/// The library file of LAMMPS's <c>pair_style meam</c>: for each element nineteen values, over as many lines as one likes:
/// <c>elt lat z ielement atwt alpha b0 b1 b2 b3 alat esub asub t0 t1 t2 t3 rozero ibar</c>.
/// </summary>
internal static class MeamLibraryFile
{
    private const int Values = 19;
    private static readonly int[] _knownIbar = [0, 1, 3, 4, -5];

    /// <summary>Reads one element.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="element">The element as the file names it.</param>
    /// <exception cref="InputException">The file is damaged, lacks the element, or asks for what is not supported.</exception>
    public static MeamParameters Read(string text, string name, string element)
    {
        MeamToken[] words = [.. MeamToken.Lines(text, name, " \t\r").SelectMany(line => line)];
        if (words.Length == 0 || words.Length % Values != 0)
        {
            throw new InputException(words.Length == 0 ? new SourceLocation(name) : words[^1].Location, $"the library holds {words.Length} values",
                $"Expected {Values} an element: elt lat z ielement atwt alpha b0 b1 b2 b3 alat esub asub t0 t1 t2 t3 rozero ibar.");
        }

        MeamToken[][] entries = [.. words.Chunk(Values)];
        MeamToken[] entry = entries.FirstOrDefault(e => e[0].Text == element)
            ?? throw new InputException(new SourceLocation(name), $"the library has no element '{element}'", $"It has: {string.Join(", ", entries.Select(e => e[0].Text))}.");
        return Parse(entry);
    }

    private static MeamParameters Parse(MeamToken[] e)
    {
        if (!ReferenceLattice.All.Contains(e[1].Text))
            throw new InputException(e[1].Location, $"the reference lattice '{e[1].Text}' is not supported", $"Supported: {string.Join(", ", ReferenceLattice.All.Names)}.");
        ReferenceLattice lattice = ReferenceLattice.All[e[1].Text];
        if (e[2].Number("z, the number of first neighbours") != lattice.FirstNeighbours)
            throw new InputException(e[2].Location, $"z is {e[2].Text}", $"An atom of {e[1].Text} has {lattice.FirstNeighbours} first neighbours.");
        if (e[13].Number("t0") != 1)
            throw new InputException(e[13].Location, $"t0 is {e[13].Text}", "Only t0 = 1 is supported, as in LAMMPS.");
        int ibar = e[18].Whole("ibar");
        if (!_knownIbar.Contains(ibar))
            throw new InputException(e[18].Location, $"ibar = {ibar} is not supported", $"Supported: {string.Join(", ", _knownIbar)}.");
        return new MeamParameters
        {
            Element = e[0].Text,
            Lattice = lattice,
            Mass = e[4].Positive("atwt, the molar mass"),
            Alpha = e[5].Positive("alpha"),
            Decay = (e[6].Number("b0"), e[7].Number("b1"), e[8].Number("b2"), e[9].Number("b3")),
            NeighbourDistance = e[10].Positive("alat, the lattice constant") / lattice.EdgePerDistance,
            CohesiveEnergy = e[11].Positive("esub, the cohesive energy"),
            EmbeddingStrength = e[12].Number("asub"),
            Weights = (e[14].Number("t1"), e[15].Number("t2"), e[16].Number("t3")),
            DensityScale = e[17].Positive("rozero"),
            Ibar = ibar,
        };
    }
}
