using LiMeso.Core.Input;

namespace LiMeso.Transport.Data;

/// <summary>Reads a diffusivity set: a directory with <c>dataset.yaml</c> and, where single boundaries are known, <c>boundaries.csv</c>.</summary>
public static class DiffusivitySetReader
{
    /// <summary>File name of the description.</summary>
    public const string DescriptionFile = "dataset.yaml";

    /// <summary>File name of the table of boundaries.</summary>
    public const string BoundariesFile = "boundaries.csv";

    /// <summary>The keys of the description, from the same function that reads them.</summary>
    public static SectionSchema Schema => SectionDescriber.Describe(Describe);

    /// <summary>Reads a set.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="shownAs">The directory to show in messages; the path itself when null.</param>
    /// <exception cref="InputException">A file is missing, or something in it cannot be used; the message says where, and what to write.</exception>
    public static DiffusivitySet Read(string directory, string? shownAs = null)
    {
        string shown = shownAs ?? directory;
        InputMap document = YamlInput.Read(Path.Combine(directory, DescriptionFile), Path.Combine(shown, DescriptionFile));
        SetDraft draft = NodeSectionReader.Read(document, "", Describe);

        string table = Path.Combine(directory, BoundariesFile);
        IReadOnlyList<BoundaryData> boundaries = File.Exists(table) ? BoundaryTable.Read(table, Path.Combine(shown, BoundariesFile), draft.Origin, draft.Sources) : [];
        if (boundaries.Count == 0 && draft.Boundary.Mean is null)
            throw new InputException(draft.Boundary.Location, "there is no mean grain-boundary diffusivity", $"Give 'mean' under 'boundary', or single boundaries in {BoundariesFile}.");
        if (draft.Boundary.Extremes > Math.Max(1, boundaries.Count) && (draft.Boundary.Slowest is null || draft.Boundary.Fastest is null))
            throw new InputException(draft.Boundary.Location, $"'extremes' is {draft.Boundary.Extremes}, but {boundaries.Count} boundaries are known");

        return new DiffusivitySet
        {
            Name = draft.Name,
            Title = draft.Title,
            Origin = draft.Origin,
            Sources = draft.Sources,
            Bulk = draft.Bulk.Build(),
            Definition = draft.Boundary.Definition,
            Extremes = draft.Boundary.Extremes,
            Mean = draft.Boundary.Mean?.Build(),
            Slowest = draft.Boundary.Slowest?.Build(),
            Fastest = draft.Boundary.Fastest?.Build(),
            OtherMeans = draft.Boundary.Others.ToDictionary(o => o.Definition, o => new BoundaryMeans(o.Mean?.Build(), o.Slowest?.Build(), o.Fastest?.Build())),
            Width = draft.Width.BuildWidth(),
            TripleJunctionFactor = draft.TripleJunctionFactor,
            Segregation = draft.Segregation,
            Boundaries = boundaries,
        };
    }

    private static SetDraft Describe(SectionReader s)
    {
        string name = s.Text("name", "Name of the set.", example: "my-set");
        string title = s.Text("title", "One line that describes it.");
        var origin = EnumNames.Parse<DataOrigin>(s.Name("origin", EnumNames.All<DataOrigin>(), "Whether values are published, computed here, or declared to be mixed."));
        IReadOnlyList<DataSource> sources = s.Sections("sources", "What values are taken from.", r => new DataSource(
            r.Text("id", "Short name that values refer to.", example: "smith-2020"),
            r.Text("citation", "The reference in full, or what was done.")));
        var values = new ValueSections(origin, sources);
        return new SetDraft(
            name, title, origin, sources,
            s.Section("bulk", "Diffusivity in the grains.", values.Curve),
            s.SectionOrDefaults("boundary", "Diffusivity in the grain boundaries.", b => DescribeBoundary(b, values)),
            s.Section("width", "Mean width of the grain boundaries.", values.Width),
            s.Section("triple-junction", "Triple junctions, relative to the grain boundaries.", r => values.Number(r, "factor", "D_triple-junction / D_boundary.", "100")),
            s.Section("segregation", "Equilibrium segregation to the grain boundaries.", r => values.Number(r, "factor", "C_boundary / C_grain; 1 for self-diffusion.", "1")));
    }

    private static BoundaryDraft DescribeBoundary(SectionReader b, ValueSections values)
    {
        IReadOnlyList<BoundaryDefinition> whole = BoundaryDefinitions.OfPolycrystals;
        var definition = EnumNames.Parse<BoundaryDefinition>(b.Name("definition", whole.Select(EnumNames.Of), "Which displacements the diffusivities count.", EnumNames.Of(BoundaryDefinition.Total)));
        int extremes = b.WholeNumber("extremes", "How many boundaries 'slowest' and 'fastest' average over.", 1);
        MeansDraft means = DescribeMeans(b, definition, values);
        List<MeansDraft> others = [];
        foreach (BoundaryDefinition other in whole)
        {
            string key = EnumNames.Of(other);
            if (b.OptionalSection(key, $"The same means for '{key}', where 'definition' is another.", o => DescribeMeans(o, other, values)) is not { } found) continue;
            b.Check(other != definition, key, $"'{key}' is the 'definition' of the set", "Write its means beside 'definition'.");
            others.Add(found);
        }

        return new BoundaryDraft(definition, extremes, means.Mean, means.Slowest, means.Fastest, others, b.LocationOf(BoundarySelection.Mean));
    }

    private static MeansDraft DescribeMeans(SectionReader s, BoundaryDefinition definition, ValueSections values) => new(
        definition,
        s.OptionalSection(BoundarySelection.Mean, "Mean over the boundaries; their average when absent.", values.Curve),
        s.OptionalSection(BoundarySelection.Slowest, "The slowest boundaries; taken from the table of boundaries when absent.", values.Curve),
        s.OptionalSection(BoundarySelection.Fastest, "The fastest boundaries; taken from the table of boundaries when absent.", values.Curve));

    private sealed record SetDraft(
        string Name, string Title, DataOrigin Origin, IReadOnlyList<DataSource> Sources, CurveDraft Bulk, BoundaryDraft Boundary, CurveDraft Width,
        AttributedNumber TripleJunctionFactor, AttributedNumber Segregation);

    private sealed record BoundaryDraft(
        BoundaryDefinition Definition, int Extremes, CurveDraft? Mean, CurveDraft? Slowest, CurveDraft? Fastest, IReadOnlyList<MeansDraft> Others, SourceLocation Location);

    private sealed record MeansDraft(BoundaryDefinition Definition, CurveDraft? Mean, CurveDraft? Slowest, CurveDraft? Fastest);
}
