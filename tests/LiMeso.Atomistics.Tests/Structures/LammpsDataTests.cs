using FsCheck;
using FsCheck.Fluent;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Core.Input;
using LiMeso.Tests;

namespace LiMeso.Atomistics.Tests.Structures;

public class LammpsDataTests
{
    private const string Header = "title\n\n2 atoms\n1 atom types\n\n0 10 xlo xhi\n0 11 ylo yhi\n0 12 zlo zhi\n\n";
    private const string Masses = "Masses\n\n1 6.94 # Li\n\n";
    private const string Atoms = "Atoms # atomic\n\n1 1 1 2 3\n2 1 4 5 6\n\n";

    private static AtomicSystem Parse(string text, (bool, bool, bool)? periodic = null) => LammpsDataReader.Parse(new StringReader(text), "some.lmp", periodic);

    private static string Write(AtomicSystem system)
    {
        var text = new StringWriter();
        LammpsDataWriter.Write(text, system, "some atoms");
        return text.ToString();
    }

    [Fact]
    public void A_file_with_all_that_is_understood_is_read()
    {
        AtomicSystem system = Parse(
            "# any title\n\n3 atoms # how many\n1 atom types\n0 bonds\n0 bond types\n-1 9 xlo xhi\n0 11 ylo yhi\n0 12 zlo zhi\n0.5 -1.5 2.5 xy xz yz\n\nMasses\n\n1 6.94\n\n"
            + "Atoms\n\n7 1 1.5 2 3\n9 1 4 5 6 1 0 -1 # far away\n3 1 1e0 .5 -0 0 0 0\n\nVelocities\n\n3 0.1 0.2 0.3\n7 1 2 3\n9 -1 -2 -3\n");
        Assert.Equal(new SimulationBox(new(-1, 0, 0), new(10, 11, 12), 0.5, -1.5, 2.5, (true, true, true)), system.Box);
        Assert.Equal([7, 9, 3], system.Ids);
        Assert.Equal(new Vector3(1.5, 2, 3), system.Position(0));
        // one edge A = (10, 0, 0) forwards, one edge C = (-1.5, 2.5, 12) back
        Assert.Equal(new Vector3(4 + 10 + 1.5, 5 - 2.5, 6 - 12), system.Position(1));
        Assert.Equal([1, 2, 3, -1, -2, -3, 0.1, 0.2, 0.3], system.Velocities);
        Assert.Equal(6.94, system.Mass);
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("title\n", 1, "the header has no line 'N atoms'")]
    [InlineData("title\n\n2 atoms\n\nMasses\n", 5, "the header has no line '1 atom types'")]
    [InlineData("title\n2 atoms\n1 atom types\n0 1 xlo xhi\n0 1 ylo yhi\n\nMasses\n", 7, "the header has no line 'LOW HIGH zlo zhi'")]
    [InlineData("title\n2.5 atoms\n", 2, "number of atoms: expected a whole number, found '2.5'")]
    [InlineData("title\n0 atoms\n", 2, "number of atoms: expected a number greater than 0, found '0'")]
    [InlineData("title\n\n3 atom types\n", 3, "expected '1 atom types', found 3")]
    [InlineData("title\n\n5 bonds\n", 3, "'5 bonds' is not understood")]
    [InlineData("title\n\n1 1 xlo xhi\n", 3, "the upper bound must be greater than the lower one, found 1 and 1")]
    [InlineData("title\n\n0 nan xlo xhi\n", 3, "upper bound: expected a finite number, found 'nan'")]
    [InlineData(Header + Atoms, 14, "the file ends without the section 'Masses'")]
    [InlineData(Header + Masses, 13, "the file ends without the section 'Atoms'")]
    [InlineData(Header + "Masses\n\n2 6.94\n", 12, "expected the mass of atom type 1, found that of type 2")]
    [InlineData(Header + "Masses\n\n1 -6.94\n", 12, "the mass must be greater than 0, found '-6.94'")]
    [InlineData(Header + Masses + "Atoms # full\n", 14, "expected atoms of style atomic, found 'full'")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n", 16, "the file ends where atom 2 of 2 was expected")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n\nVelocities\n", 18, "expected id, type, x, y, z and perhaps three image flags for atom 2 of 2, found 'Velocities'")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n2 2 4 5 6\n", 17, "atom type: expected 1, found '2'")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n1 1 4 5 6\n", 17, "atom 1 is there twice")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n0 1 4 5 6\n", 17, "atom id: expected a number greater than 0, found '0'")]
    [InlineData(Header + Masses + "Atoms\n\n1 1 1 2 3\n2 1 4 5,1 6\n", 17, "position, y: expected a finite number, found '5,1'")]
    [InlineData(Header + Masses + Atoms + "Velocities\n\n1 0 0 0\n1 0 0 0\n", 22, "atom 1 has two velocities")]
    [InlineData(Header + Masses + Atoms + "Velocities\n\n3 0 0 0\n", 21, "there is no atom 3")]
    [InlineData(Header + Masses + Atoms + "3 1 7 8 9\n", 19, "expected one of the sections Masses, Atoms, Velocities, found '3 1 7 8 9'")]
    [InlineData(Header + Masses + Atoms + "Pair Coeffs\n", 19, "expected one of the sections Masses, Atoms, Velocities, found 'Pair Coeffs'")]
    [InlineData(Header + Masses + Atoms + Masses, 19, "the section 'Masses' is there twice")]
    [InlineData(Header + "Velocities\n", 10, "the velocities stand before the atoms that they belong to")]
    public void Every_error_names_its_line_and_what_was_expected(string text, int line, string problem)
    {
        InputException e = Assert.Throws<InputException>(() => Parse(text));
        Assert.Equal(problem, e.Problem);
        Assert.Equal(("some.lmp", line), (e.Location!.File, e.Location.Line));
    }

    [Fact]
    public void An_error_within_a_line_names_its_column()
    {
        InputException e = Assert.Throws<InputException>(() => Parse(Header + Masses + "Atoms\n\n1 1 1 2 3\n  2 1 4 five 6\n"));
        Assert.StartsWith("some.lmp:17:9: error: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_flags_are_refused_where_the_box_does_not_repeat()
    {
        InputException e = Assert.Throws<InputException>(() => Parse(Header + Masses + "Atoms\n\n1 1 1 2 3 0 0 0\n2 1 4 5 6 0 0 1\n", (true, true, false)));
        Assert.Equal("image flag: expected 0 in a direction that is not periodic, found '1'", e.Problem);
    }

    [Fact]
    public void A_missing_file_is_told_as_such() =>
        Assert.Equal("no such file", Assert.Throws<InputException>(() => LammpsDataReader.Read("nowhere/none.lmp")).Problem);

    [Fact]
    public void What_is_written_reads_back_as_it_was()
    {
        Gen<double> number = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 70000.0);
        Gen<AtomicSystem> systems =
            from lengths in Gen.Choose(1_000_000, 2_000_000).Select(n => n / 300000.0).ArrayOf(3)
            from more in number.ArrayOf(6)
            from r in number.ArrayOf(12)
            from v in number.ArrayOf(12)
            select WithVelocities(new AtomicSystem(
                new SimulationBox(new(more[0], more[1], more[2]), new(lengths[0], lengths[1], lengths[2]), 0.1 * more[3], 0.1 * more[4], 0.1 * more[5], (true, true, true)), r, 6.94, [4, 2, 9, 1]), v);
        Prop.ForAll(systems.ToArbitrary(), system =>
        {
            AtomicSystem back = Parse(Write(system));
            // Bounds are what a file holds: a length that is no difference of two doubles moves by an ulp of the bound.
            Assert.InRange((back.Box.Lengths - system.Box.Lengths).Length, 0, 8e-15);
            Assert.Equal(system.Box with { Lengths = back.Box.Lengths }, back.Box);
            Assert.Equal(system.Ids, back.Ids);
            Assert.Equal(system.Velocities, back.Velocities);
            for (int i = 0; i < system.Count; i++)
            {
                Vector3 s = back.Box.ToFraction(PeriodicImages.Wrap(back.Box, system.Position(i)).Inside);
                Assert.True(s is { X: > -1e-15 and < 1 + 1e-15, Y: > -1e-15 and < 1 + 1e-15, Z: > -1e-15 and < 1 + 1e-15 });
                // up to ten edges are taken away and added again
                Assert.InRange((back.Position(i) - system.Position(i)).Length, 0, 1e-13);
            }
        }).HoldsForRandomCases();
    }

    [Fact]
    public void Atoms_inside_a_box_at_the_origin_keep_every_bit()
    {
        var system = new AtomicSystem(SimulationBox.Orthogonal(10.1, 10.2, 10.3), [0.1, 1.0 / 3, Math.PI, 9.9, 10.1999, 1e-300], 6.94);
        AtomicSystem back = Parse(Write(system));
        Assert.Equal(system.Positions, back.Positions);
        Assert.Equal(system.Box, back.Box);
        Assert.DoesNotContain("Velocities", Write(system), StringComparison.Ordinal);
    }

    private static AtomicSystem WithVelocities(AtomicSystem system, double[] velocities)
    {
        velocities.CopyTo(system.Velocities, 0);
        return system;
    }
}
