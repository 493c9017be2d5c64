using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.Crystals;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Tests.Structures;

public class CrystalTests
{
    public static TheoryData<string, int, int> Coordinations => new() { { "bcc", 8, 6 }, { "fcc", 12, 6 }, { "hcp", 12, 6 }, { "sc", 6, 12 } };

    [Theory]
    [MemberData(nameof(Coordinations))]
    public void Every_atom_has_the_neighbours_of_its_structure(string name, int first, int second)
    {
        CrystalStructure structure = CrystalStructures.All[name];
        AtomicSystem crystal = structure.Build(3.5, (4, 3, 3), 6.94);
        for (int i = 0; i < crystal.Count; i++)
        {
            double[] distances = [.. Enumerable.Range(0, crystal.Count).Where(j => j != i)
                .Select(j => PeriodicImages.Shortest(crystal.Box, crystal.Position(j) - crystal.Position(i)).Length).Order()];
            double nearest = 3.5 * structure.NearestNeighbour;
            Assert.All(distances[..first], d => Assert.Equal(nearest, d, 1e-12));
            double next = distances[first];
            Assert.True(next > nearest + 0.1);
            Assert.Equal(second, distances.Count(d => Math.Abs(d - next) < 1e-9));
        }
    }

    [Theory]
    [InlineData("100", 1, 2)]
    [InlineData("110", 2, 4)]
    [InlineData("111", 6, 12)]
    public void A_turned_crystal_is_the_same_crystal(string surface, int cells, int atoms)
    {
        Orientation orientation = SurfaceOrientations.All[surface];
        CrystalStructure turned = orientation.Turn(CrystalStructures.BodyCentredCubic);
        Assert.Equal(cells, orientation.Cells);
        Assert.Equal(atoms, turned.Sites.Count);
        AtomicSystem crystal = turned.Build(3.5, (3, 3, 3), 6.94);
        Assert.Equal(3.5 * 3.5 * 3.5 / 2, crystal.Box.Volume / crystal.Count, 12);
        int neighbours = Enumerable.Range(1, crystal.Count - 1)
            .Count(j => Math.Abs(PeriodicImages.Shortest(crystal.Box, crystal.Position(j) - crystal.Position(0)).Length - 3.5 * Math.Sqrt(0.75)) < 1e-9);
        Assert.Equal(8, neighbours);
    }

    [Fact]
    public void Directions_that_are_no_right_handed_frame_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Orientation(new(1, 0, 0), new(1, 1, 0), new(0, 0, 1)));
        Assert.Throws<ArgumentException>(() => new Orientation(new(0, 1, 0), new(1, 0, 0), new(0, 0, 1)));
        Assert.Throws<ArgumentException>(() => SurfaceOrientations.Cube.Turn(CrystalStructures.HexagonalClosePacked));
    }

    [Fact]
    public void A_slab_is_as_thick_as_asked_and_stands_in_the_middle_of_its_vacuum()
    {
        AtomicSystem slab = SurfaceSlab.Build(CrystalStructures.BodyCentredCubic, 3.5, SurfaceOrientations.Dodecahedron, (1, 1), 50, 25, 6.94);
        double[] heights = [.. Enumerable.Range(0, slab.Count).Select(i => slab.Position(i).Z)];
        double period = 3.5 * Math.Sqrt(2);
        Assert.Equal(Math.Ceiling(50 / period) * period + 25, slab.Box.Lengths.Z, 10);
        Assert.Equal(12.5, heights.Min(), 10);
        Assert.Equal(12.5 + period / 2, slab.Box.Lengths.Z - heights.Max(), 10);
    }

    [Fact]
    public void A_vacancy_leaves_the_other_atoms_as_they_are()
    {
        AtomicSystem crystal = CrystalStructures.BodyCentredCubic.Build(3.5, (2, 2, 2), 6.94);
        for (int k = 0; k < crystal.Velocities.Length; k++) crystal.Velocities[k] = k;
        AtomicSystem rest = PointDefects.WithoutAtom(crystal, 5);
        Assert.Equal([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], rest.Ids);
        Assert.Equal(crystal.Position(6), rest.Position(5));
        Assert.Equal(crystal.Velocities[18..], rest.Velocities[15..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => PointDefects.WithoutAtom(crystal, 16));
    }

    [Fact]
    public void The_atom_nearest_to_a_point_may_be_an_image()
    {
        AtomicSystem crystal = CrystalStructures.SimpleCubic.Build(3, (3, 3, 3), 1);
        Assert.Equal(0, PointDefects.NearestAtom(crystal, new(8.9, 8.9, 8.9)));
        Assert.Equal(13, PointDefects.NearestAtom(crystal, new(3.1, 3.2, 2.7)));
    }

    [Fact]
    public void An_unknown_structure_is_told_by_name()
    {
        UnknownNameException e = Assert.Throws<UnknownNameException>(() => CrystalStructures.All["bct"]);
        Assert.Contains("unknown crystal structure 'bct'", e.Message, StringComparison.Ordinal);
    }
}
