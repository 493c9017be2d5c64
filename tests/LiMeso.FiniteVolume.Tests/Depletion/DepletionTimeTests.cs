using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.TimeFunctions;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Depletion;

public class DepletionTimeTests
{
    public static TheoryData<string> Rows => [.. ReferenceTable.Read("depletion_times.csv").Rows.Select(row => row.Text("id"))];

    // All 40 rows: Lambda from 2e-5 (a layer of 3 nm in a foil of 200 um) to 1.5e5.
    // 1e-6 is the promise for default settings; SlabMesh says why 600 cells meet it.
    [Theory]
    [MemberData(nameof(Rows))]
    public void Default_settings_give_the_analytic_depletion_time_to_1e6(string id)
    {
        var row = ReferenceTable.Read("depletion_times.csv").Rows.Single(r => r.Text("id") == id);
        double thickness = 1e-6 * row.Number("L_um"), diffusivity = 1e-4 * row.Number("D_cm2_s"), concentration = 1e6 * row.Number("C0_mol_cm3");
        double flux = Slab.Flux(row.Number("I_mA_cm2"));
        RectilinearMesh mesh = SlabMesh.ForDepletion(thickness, diffusivity, concentration, flux);
        var depletion = new InterfaceDepletionMonitor("depletion", Side.XMin);
        DiffusionProblem problem = Slab.Stripped(mesh, diffusivity, concentration, new ConstantInTime(flux));
        var simulation = new Simulation(problem, new SimulationOptions { Monitors = [depletion] });

        RunOutcome outcome = simulation.Run(double.PositiveInfinity);

        Assert.Same(depletion, outcome.StoppedBy);
        Assert.Equal(outcome.Time, depletion.DepletionTime);
        Assert.InRange(depletion.DepletionTime!.Value / row.Number("t_d_s") - 1, -1e-6, 1e-6);
        Assert.InRange(simulation.Balance.RelativeError, -1e-12, 1e-12);
    }
}
