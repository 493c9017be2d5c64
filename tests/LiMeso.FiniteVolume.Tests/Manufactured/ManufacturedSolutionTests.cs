using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.StepControl;
using LiMeso.Tests;

namespace LiMeso.FiniteVolume.Tests.Manufactured;

public class ManufacturedSolutionTests
{
    public static MatrixTheoryData<string, bool> Problems => new(ManufacturedSolution.All.Keys, [false, true]);

    // The formulas here against 24-digit values made elsewhere.
    [Fact]
    public void The_formulas_are_those_of_the_reference_table()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("mms_points.csv").Rows)
        {
            ManufacturedSolution solution = ManufacturedSolution.All[row.Text("case")];
            (double x, double y, double t) = (row.Number("x"), row.Number("y"), row.Number("t"));
            Assert.Equal(row.Number("u"), solution.Value(x, y, t), 1e-14 * Math.Max(1, Math.Abs(row.Number("u"))));
            Assert.Equal(row.Number("D"), solution.Diffusivity(x, y), 1e-14 * row.Number("D"));
            Assert.Equal(row.Number("source"), solution.Source(x, y, t), 1e-13 * Math.Max(1, Math.Abs(row.Number("source"))));
        }
    }

    // Root mean square of the error in the cells, with faces on all jumps; errors in time are far below. Graded meshes are narrow at the
    // middle of both axes, or widen from one corner, so that cells of very different shape meet.
    [Theory]
    [MemberData(nameof(Problems))]
    public void Halving_the_cells_quarters_the_error(string name, bool graded)
    {
        double Error(int cells)
        {
            Axis Of(double place, double expansion) => graded ? Axis.TowardsPlaces(1, cells, expansion, [place]) : Axis.Uniform(1, cells);
            var mesh = name is "M3_interface_x" or "M4_corner" ? new RectilinearMesh(Of(0.5, 4), Of(0.5, 3)) : new RectilinearMesh(Of(0, 4), Of(1, 3));
            using var simulation = new Simulation(ManufacturedSolution.All[name].On(mesh), new SimulationOptions { StepControl = new AdaptiveStep { RelativeTolerance = 1e-8 } });
            simulation.Run(0.05);
            double sum = 0;
            for (int cell = 0; cell < mesh.Cells; cell++)
            {
                (double x, double y) = mesh.Centre(cell);
                sum += mesh.Volumes[cell] * Math.Pow(simulation.Field.Values[cell] - ManufacturedSolution.All[name].Value(x, y, simulation.Time), 2);
            }

            return Math.Sqrt(sum);
        }

        Assert.InRange(Math.Log2(Error(32) / Error(64)), 1.95, 2.05);
    }
}
