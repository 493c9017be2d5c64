using LiMeso.Cases.Results;

namespace LiMeso.Cases.Tests.Kinds;

/// <summary>Boundaries whose lowest energies LAMMPS has found with the same potential: a search comes as low, to 1 %, or lower.</summary>
public sealed class OracleSearchTests
{
    // J/m²; length across relaxed, all lengths relaxed: validation/grain-boundary-energies/lammps.csv
    [Theory]
    [InlineData("GB04", 0.1328, 0.1277)]
    [InlineData("GB07", 0.1216, 0.1173)]
    [InlineData("GB17", 0.0214, 0.0210)]
    [InlineData("GB35", 0.1232, 0.1230)]
    public void A_search_finds_what_LAMMPS_found(string id, double across, double allLengths)
    {
        const double OnePercent = 1.01;
        using TemporaryCase made = TemporaryCase.FromText($"kind: boundary-search\ntitle: {id}\nboundary: {{id: {id}}}\nfinalists: 4\n");
        ResultData found = made.Compute(threads: 2);
        Assert.InRange(found.Number("boundary_energy_J_m2.y"), 0.95 * across, OnePercent * across);
        Assert.InRange(found.Number("boundary_energy_J_m2.full"), 0.95 * allLengths, OnePercent * allLengths);
        Assert.Equal(1, found.Number("best.bcc_inside_grains"), 0.01);
    }
}
