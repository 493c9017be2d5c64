using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The potential, its corrector (what it has besides its mean gradient) and the flux in one cell of the case, for a mean gradient of −1 along x.</summary>
internal static class CellField
{
    private const double Grading = 30;
    private const int Level = 64;

    /// <summary>Finds the fields and writes them.</summary>
    /// <param name="results">Receives the corrector, for the report.</param>
    /// <param name="settings">The case.</param>
    /// <param name="kind">The unit cell.</param>
    /// <param name="run">Where to write.</param>
    public static void Add(ResultData results, PeriodicCellSettings settings, IUnitCellKind kind, RunContext run)
    {
        if (kind.Create(PeriodicCellCase.Input(settings, settings.FieldMatrix, settings.FieldShape)).Mesh(Medium.Given, new Resolution(Level, Grading)) is not BlockElements mesh)
        {
            run.Log.Message($"fields are shown of cells of rectangular blocks only, not of '{settings.Cell}'");
            return;
        }

        double[] x = Faces(mesh.Widths, settings.Period), y = Faces(mesh.Heights, settings.Period);
        (double[] diffusivity, double[] corrector, double[] potential, double[] flux) = Fields(mesh, EnergyBound.Find(mesh, run.Threads).Along.X, settings.Period, x);
        results.Set("field.shape", settings.FieldShape);
        results.Set("field.matrix_over_inclusion", settings.FieldMatrix / settings.Inclusion);
        results.Set("field/x", "m", "x", Centres(x));
        results.Set("field/y", "m", "y", Centres(y));
        results.Set(new ResultArray("field/corrector", "m", [new("y", mesh.Rows), new("x", mesh.Columns)], corrector));
        results.Set(new ResultArray("field/flux", "m^2/s", [new("y", mesh.Rows), new("x", mesh.Columns)], flux));

        var layout = new SnapshotLayout
        {
            Mesh = new SnapshotMesh(x, y),
            Fields = [new("corrector", "m"), new("potential", "m"), new("flux_x", "m^2/s")],
            CellFields = [new ConstantField(new("diffusivity", "m^2/s"), diffusivity)],
            Provenance = new Dictionary<string, string>
            {
                ["program"] = $"LiMeso {Provenance.Version}",
                ["input_hash"] = run.InputHash,
                ["problem"] = FormattableString.Invariant($"{settings.Cell}, shape {settings.FieldShape}, matrix over inclusion {settings.FieldMatrix / settings.Inclusion}; mean gradient of the potential -1 along x"),
            },
        };
        using (SnapshotStore store = SnapshotStore.Create(run.Directory, layout)) store.Append(0, 0, [corrector, potential, flux]);
        if (settings.ParaView) Exporters.All["vtk"].Export(SnapshotReader.Open(run.Directory), run.PathOf("paraview"));
    }

    // Means over elements. With the gradient −1 atoms flow along +x: flux D (1 − ∂χ/∂x) per unit of gradient, for the fluctuation χ of the potential −x + χ.
    private static (double[] Diffusivity, double[] Corrector, double[] Potential, double[] Flux) Fields(BlockElements mesh, Potential alongX, double period, double[] faces)
    {
        int n = mesh.Columns;
        double[] diffusivity = new double[n * mesh.Rows], corrector = new double[diffusivity.Length], potential = new double[diffusivity.Length], flux = new double[diffusivity.Length];
        double[] chi = alongX.Fluctuation;
        double scale = period / mesh.Widths.Sum(), mean = 0;
        for (int j = 0; j < mesh.Rows; j++)
        {
            for (int i = 0; i < n; i++)
            {
                int cell = i + n * j, beside = (i + 1) % n + n * j, above = (j + 1) % mesh.Rows;
                double left = 0.5 * (chi[cell] + chi[i + n * above]), right = 0.5 * (chi[beside] + chi[(i + 1) % n + n * above]);
                diffusivity[cell] = mesh.At(i, j).LowerDiffusivity;
                corrector[cell] = -0.5 * (left + right) * scale;
                flux[cell] = diffusivity[cell] * (1 + (right - left) / mesh.Widths[i]);
                mean += corrector[cell] * mesh.Widths[i] * mesh.Heights[j] / mesh.Area;
            }
        }

        for (int cell = 0; cell < corrector.Length; cell++)
        {
            corrector[cell] -= mean;
            potential[cell] = corrector[cell] - 0.5 * (faces[cell % n] + faces[cell % n + 1]);
        }

        return (diffusivity, corrector, potential, flux);
    }

    private static double[] Faces(IReadOnlyList<double> widths, double period)
    {
        double total = widths.Sum(), sum = 0;
        return [0, .. widths.Select(w => period * ((sum += w) / total))];
    }

    private static double[] Centres(double[] faces) => [.. faces.Zip(faces.Skip(1), (a, b) => 0.5 * (a + b))];
}
