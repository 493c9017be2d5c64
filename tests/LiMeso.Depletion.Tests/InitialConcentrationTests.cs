using LiMeso.Core;

namespace LiMeso.Depletion.Tests;

public class InitialConcentrationTests
{
    [Fact]
    public void Handbook_lithium_holds_76945_mol_per_cubic_metre() =>
        Agreement.Relative(76945.24495677233, InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity), 1e-15);

    [Theory]
    [InlineData(3.51e-10, 76799)]
    [InlineData(3.49e-10, 78127)]
    [InlineData(InitialConcentration.MeamLatticeConstantAtZeroKelvin, 78289)]
    public void Two_atoms_a_cubic_cell(double latticeConstant, double molPerCubicMetre) =>
        Assert.Equal(molPerCubicMetre, InitialConcentration.FromBccLatticeConstant(latticeConstant), 0.6);

    [Fact] // 15 and 25 µm of handbook lithium hold 3.09 and 5.16 mAh/cm²
    public void A_micrometre_of_lithium_holds_a_fifth_of_a_milliamp_hour()
    {
        var foil = new StrippingProblem(1, 15e-6, 1e-14, InitialConcentration.FromDensity(PhysicalConstants.LithiumDensity));
        Assert.Equal(3.09, ArealCapacity.ToMilliampHourPerSquareCentimetre(foil.Inventory), 0.005);
        Assert.Equal(foil.Inventory, ArealCapacity.FromMilliampHourPerSquareCentimetre(ArealCapacity.ToMilliampHourPerSquareCentimetre(foil.Inventory)), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3.5e-10)]
    [InlineData(double.NaN)]
    public void Impossible_lattices_are_refused(double latticeConstant) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InitialConcentration.FromBccLatticeConstant(latticeConstant));
}
