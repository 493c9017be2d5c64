using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.Storage.Export;
using LiMeso.Storage.Snapshots;

namespace LiMeso.Cases.Kinds.PeriodicCell;

/// <summary>The potential, its corrector (what it has besides its mean gradient) and the flux inside a cell, for a mean gradient of −1 along x.</summary>
/// <param name="mesh">The cell's elements.</param>
/// <param name="period">Length after which it repeats along x, m.</param>
/// <param name="problem">Which cell it is, for whoever opens the files.</param>
internal sealed class CellInside(BlockElements mesh, double period, string problem)
{
    private readonly double[] _x = Faces(mesh.Widths, period / mesh.Widths.Sum()), _y = Faces(mesh.Heights, period / mesh.Widths.Sum());

    /// <summary>Finds the fields and writes them.</summary>
    /// <param name="results">Receives corrector and flux, for the report.</param>
    /// <param name="run">Where to write.</param>
    /// <param name="paraView">Whether to write for ParaView as well.</param>
    public void Add(ResultData results, RunContext run, bool paraView)
    {
        (double[] diffusivity, double[] corrector, double[] potential, double[] flux) = Fields(EnergyBound.Find(mesh, run.Threads).Along.X);
        results.Set("field/x", "m", "x", Centres(_x));
        results.Set("field/y", "m", "y", Centres(_y));
        results.Set(new ResultArray("field/corrector", "m", [new("y", mesh.Rows), new("x", mesh.Columns)], corrector));
        results.Set(new ResultArray("field/flux", "m^2/s", [new("y", mesh.Rows), new("x", mesh.Columns)], flux));

        var layout = new SnapshotLayout
        {
            Mesh = new SnapshotMesh(_x, _y),
            Fields = [new("corrector", "m"), new("potential", "m"), new("flux_x", "m^2/s")],
            CellFields = [new ConstantField(new("diffusivity", "m^2/s"), diffusivity)],
            Provenance = new Dictionary<string, string>
            {
                ["program"] = $"LiMeso {Provenance.Version}",
                ["input_hash"] = run.InputHash,
                ["problem"] = $"{problem}; mean gradient of the potential -1 along x",
            },
        };
        using (SnapshotStore store = SnapshotStore.Create(run.Directory, layout)) store.Append(0, 0, [corrector, potential, flux]);
        if (paraView) Exporters.All["vtk"].Export(SnapshotReader.Open(run.Directory), run.PathOf("paraview"));
    }

    // Means over elements. With the gradient −1 atoms flow along +x: flux D (1 − ∂χ/∂x) per unit of gradient, for the fluctuation χ of the potential −x + χ.
    private (double[] Diffusivity, double[] Corrector, double[] Potential, double[] Flux) Fields(Potential alongX)
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
            potential[cell] = corrector[cell] - 0.5 * (_x[cell % n] + _x[cell % n + 1]);
        }

        return (diffusivity, corrector, potential, flux);
    }

    private static double[] Faces(IReadOnlyList<double> widths, double scale)
    {
        double sum = 0;
        return [0, .. widths.Select(w => scale * (sum += w))];
    }

    private static double[] Centres(double[] faces) => [.. faces.Zip(faces.Skip(1), (a, b) => 0.5 * (a + b))];
}
