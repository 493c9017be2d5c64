using LiMeso.Core.Registries;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Transport.Tests.Data;

public class DiffusivitySetTests
{
    [Fact]
    public void Without_curves_of_their_own_mean_slowest_and_fastest_follow_from_the_boundaries()
    {
        DiffusivitySet set = SampleSets.Computed(extremes: 2);
        Assert.Equal(["mean", "slowest", "fastest", "gb01", "gb02", "gb03"], set.Selections);
        Assert.InRange(set.At(300).Boundary.Value / 2e-11, 1 - 1e-15, 1 + 1e-15);           // (1 + 2 + 3)/3
        Assert.InRange(set.At(300, "slowest").Boundary.Value / 1.5e-11, 1 - 1e-15, 1 + 1e-15);
        Assert.InRange(set.At(300, "fastest").Boundary.Value / 2.5e-11, 1 - 1e-15, 1 + 1e-15);
        Assert.Equal("mean of the 2 slowest of 3 boundaries", set.At(300, "slowest").Boundary.Basis);
        Assert.InRange(set.At(300).Boundary.StandardError!.Value / (1e-12 / Math.Sqrt(3)), 1 - 1e-12, 1 + 1e-12);
        Assert.Equal(ValueStatus.Computed, set.At(300).Boundary.Status);
    }

    [Fact]
    public void A_single_boundary_brings_its_own_width_where_it_has_one()
    {
        DiffusivitySet set = SampleSets.Computed();
        Assert.Equal(9e-10, set.At(300, "gb01").Width.Value);
        Assert.Equal(12e-10, set.At(300, "gb02").Width.Value);
        Assert.Equal(12e-10, set.At(300).Width.Value);
    }

    [Fact]
    public void The_in_plane_diffusivity_is_there_for_who_asks()
    {
        DiffusivitySet set = SampleSets.Computed();
        Assert.Equal(1e-11, set.At(300, "gb01").Boundary.Value);
        Assert.Equal(1.4e-11, set.At(300, "gb01", definition: BoundaryDefinition.InPlane).Boundary.Value);
        string message = Assert.Throws<ModelNotApplicableException>(() => set.At(300, "mean", definition: BoundaryDefinition.InPlane)).Message;
        Assert.Equal("boundary 'gb02' of data set 'sample' has no in-plane diffusivity.", message);
    }

    [Fact]
    public void Means_are_there_by_both_definitions_and_state_their_counts()
    {
        DiffusivitySet set = SampleSets.Collected();
        Assert.Equal("tabulated, mean of 2", set.At(300).Boundary.Basis);
        Assert.Equal((2e-11, 2.8e-11), (set.At(300).Boundary.Value, set.At(300, definition: BoundaryDefinition.InPlane).Boundary.Value));
        Assert.True(set.Has("mean", BoundaryDefinition.InPlane));
        Assert.False(set.Has("slowest", BoundaryDefinition.InPlane));
        Assert.True(set.Has("GB01", BoundaryDefinition.InPlane));
        Assert.False(set.Has("GB02", BoundaryDefinition.InPlane));
    }

    [Fact]
    public void Bounds_are_no_diffusivities()
    {
        DiffusivitySet set = SampleSets.Collected();
        Assert.Equal(["mean", "slowest", "fastest", "GB01", "GB02"], set.Selections);
        Assert.Contains("is known for 400 K only", Assert.Throws<TemperatureOutOfRangeException>(() => set.At(300, "GB02")).Message, StringComparison.Ordinal);
        Assert.Equal(4e-13, Assert.Single(set.Boundaries[1].Bounds[BoundaryDefinition.Total]).Value);
        // without means of their own they follow from what is known, here at 400 K
        var bare = new DiffusivitySet
        {
            Name = set.Name,
            Title = set.Title,
            Origin = set.Origin,
            Sources = set.Sources,
            Bulk = set.Bulk,
            Width = set.Width,
            TripleJunctionFactor = set.TripleJunctionFactor,
            Segregation = set.Segregation,
            Boundaries = set.Boundaries,
        };
        PropertyValue mean = bare.At(400).Boundary;
        Assert.Equal("mean of 2 boundaries", mean.Basis);
        Assert.InRange(mean.Value / 5.5e-11, 1 - 1e-15, 1 + 1e-15);
        Assert.Throws<ArgumentException>(() => new BoundaryData("GB04", new Dictionary<BoundaryDefinition, DiffusivityCurve>()) { Name = "", Kind = BoundaryKind.Tilt });
        Assert.Contains("both a diffusivity and an upper bound at 400 K", Assert.Throws<ArgumentException>(
            () => new BoundaryData("GB04", set.Boundaries[1].Diffusivities, set.Boundaries[2].Bounds) { Name = "", Kind = BoundaryKind.Tilt }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_turn_into_the_input_of_a_model_with_the_triple_junction_factor_applied()
    {
        TransportProperties p = SampleSets.Computed().At(300);
        PolycrystalInput input = p.ToInput(1e-6);
        Assert.Equal((p.Bulk.Value, p.Boundary.Value, 100 * p.Boundary.Value, 12e-10, 1e-6, 1.0),
            (input.DBulk, input.DBoundary, input.DTripleJunction, input.Width, input.GrainSize, input.Segregation));
        Assert.Equal("100 times the grain-boundary diffusivity", p.TripleJunction.Basis);
        Assert.Equal(ValueStatus.Assumed, p.TripleJunction.Status);
        Assert.Equal(["md", "guess"], p.TripleJunction.Sources);
        Assert.Equal(100 * p.Boundary.StandardError, p.TripleJunction.StandardError);
    }

    [Fact]
    public void An_unknown_boundary_is_answered_with_the_nearest_and_a_temperature_outside_with_the_range_and_the_owner()
    {
        DiffusivitySet set = SampleSets.Computed();
        Assert.Contains("Did you mean 'gb01'?", Assert.Throws<UnknownNameException>(() => set.At(300, "gb1")).Message, StringComparison.Ordinal);
        Assert.StartsWith("the diffusivity of boundary 'gb01' of 'sample' is known for 250 K to 400 K; 200 K is outside.",
            Assert.Throws<TemperatureOutOfRangeException>(() => set.At(200, "gb01")).Message, StringComparison.Ordinal);
        Assert.True(set.At(200, "gb01", extrapolate: true).Extrapolated);
        Assert.False(set.At(300, "gb01", extrapolate: true).Extrapolated);
    }

    [Fact]
    public void A_written_set_reads_back_to_the_same_bits()
    {
        foreach (DiffusivitySet set in (DiffusivitySet[])[SampleSets.Computed(), SampleSets.WithLinesAndFit(), SampleSets.Collected(), DiffusivitySetReader.Read(SampleSets.LiYoon2023)])
        {
            string directory = Directory.CreateTempSubdirectory("limeso-").FullName;
            try
            {
                DiffusivitySetWriter.Write(set, directory);
                DiffusivitySet back = DiffusivitySetReader.Read(directory);
                SampleSets.AssertEqual(set, back);

                // Writing what was read gives the same bytes.
                string[] files = [.. Directory.GetFiles(directory).Order()];
                string[] first = [.. files.Select(File.ReadAllText)];
                DiffusivitySetWriter.Write(back, directory);
                Assert.Equal(first, files.Select(File.ReadAllText));
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    [Fact]
    public void A_set_that_mixes_origins_without_saying_so_is_not_written()
    {
        string directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string message = Assert.Throws<ArgumentException>(() => DiffusivitySetWriter.Write(SampleSets.Computed(origin: DataOrigin.Published), directory)).Message;
        Assert.Contains("a value that is computed stands in a set whose origin is 'published'", message, StringComparison.Ordinal);
        Assert.Contains("origin: mixed", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory));
    }
}
