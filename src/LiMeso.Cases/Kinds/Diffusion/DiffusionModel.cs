using LiMeso.Cases.Files;
using LiMeso.Cases.Settings;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume;
using LiMeso.FiniteVolume.BoundaryConditions;
using LiMeso.FiniteVolume.Fields;
using LiMeso.FiniteVolume.Meshes;
using LiMeso.FiniteVolume.Monitors;
using LiMeso.FiniteVolume.Sources;

namespace LiMeso.Cases.Kinds.Diffusion;

/// <summary>The problem that a case states, put together and checked.</summary>
internal sealed class DiffusionModel
{
    private const string Periodic = "periodic";

    private readonly DiffusionSettings _settings;

    private DiffusionModel(DiffusionSettings settings, LayerMaterial material, DiffusionProblem problem, IDiffusivityField field)
    {
        (_settings, Material, Problem) = (settings, material, problem);
        (JumpsAlongX, JumpsAlongY) = (field.JumpsAlongX, field.JumpsAlongY);
    }

    /// <summary>Where the diffusivities come from.</summary>
    public LayerMaterial Material { get; }

    /// <summary>The problem.</summary>
    public DiffusionProblem Problem { get; }

    /// <summary>Where the diffusivity jumps along x, m.</summary>
    public IReadOnlyList<double> JumpsAlongX { get; }

    /// <summary>Where the diffusivity jumps along y, m.</summary>
    public IReadOnlyList<double> JumpsAlongY { get; }

    /// <summary>Puts the problem together.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">The parts do not fit together; the message says which.</exception>
    public static DiffusionModel Build(DiffusionSettings settings, CasePaths paths)
    {
        LayerMaterial material = LayerMaterial.Resolve(settings, paths);
        IDiffusivityField field = Field(settings.Diffusivity, material.Values);
        if (material.ValuesAlongY.Count > 0) field = new AnisotropicDiffusivity(field, Field(settings.Diffusivity, material.ValuesAlongY));
        RectilinearMesh mesh = Mesh(settings, field);
        DiffusionProblem problem = Located(settings.Diffusivity.FieldLocation, () => new DiffusionProblem(mesh, field, Initial(settings, mesh)) { Segregation = Segregation(settings.Diffusivity, material, mesh) });
        HashSet<string> sides = [];
        foreach (ConditionSettings condition in settings.Conditions)
        {
            if (!mesh.SideNames.Contains(condition.Side))
                throw new InputException(condition.SideLocation, $"a one-dimensional mesh has no side {condition.Side}", "Give the mesh a 'y' axis, or choose xMin or xMax.");
            if (condition.IsPart)
            {
                Side side = mesh.SideNamed(condition.Side);
                Axis? along = side is Side.XMin or Side.XMax ? mesh.Y : mesh.X;
                Located(condition.SideLocation, () => problem.Add(side, new BoundaryPart(condition.ToCondition(), condition.From ?? 0, condition.To ?? along?.End ?? 0)));
                continue;
            }

            if (!sides.Add(condition.Side)) throw new InputException(condition.SideLocation, $"side {condition.Side} has two conditions", "Remove one of them, or say with 'from' and 'to' which part of the side each is for.");
            problem[condition.Side] = condition.ToCondition();
        }

        foreach (ConditionSettings condition in settings.Conditions.Where(c => c.Kind == Periodic))
        {
            string opposite = condition.Side switch { "xMin" => "xMax", "xMax" => "xMin", "yMin" => "yMax", _ => "yMin" };
            if (!settings.Conditions.Any(c => c.Side == opposite && c.Kind == Periodic))
                throw new InputException(condition.SideLocation, $"side {condition.Side} is periodic, but {opposite} is not", $"Add '- {{side: {opposite}, kind: {Periodic}}}'.");
        }

        foreach (SourceSettings source in settings.Sources)
            problem.Add(new FieldSource(new CellField("share", "1", source.Region.ToRegion(mesh).ShareOfCells(mesh)), source.InTime.Of(source.Rates)));
        var model = new DiffusionModel(settings, material, problem, field);
        MonitorSettings.Check(settings.Monitors, Located(settings.Diffusivity.FieldLocation, () => model.Simulate([])), [DiffusionSettings.BalanceName]);
        return model;
    }

    /// <summary>The simulation, at its start.</summary>
    /// <param name="monitors">What looks at the steps.</param>
    /// <param name="threads">Threads for the linear solver.</param>
    public Simulation Simulate(IReadOnlyList<IMonitor> monitors, int threads = 1) =>
        new(Problem, _settings.Solution.Options(_settings.Output.TimesUntil(_settings.EndTime), monitors, AbsoluteTolerance(), threads));

    private static IDiffusivityField Field(DiffusivitySettings settings, IReadOnlyList<double> values)
    {
        try
        {
            return DiffusivityFields.All[settings.Field](settings.Positions, values);
        }
        catch (InvalidOperationException e)
        {
            throw new InputException(settings.FieldLocation, $"'field: {settings.Field}' does not take {CountText.Of(values.Count, "diffusivity", "diffusivities")}", "Name a field that does, such as 'layered', or give one diffusivity.", e);
        }
        catch (ArgumentException e)
        {
            throw new InputException(settings.PositionsLocation, Sentences.Of(e), inner: e);
        }
    }

    // factors belong to layers, columns or cells as diffusivities do
    private static CellField? Segregation(DiffusivitySettings settings, LayerMaterial material, RectilinearMesh mesh) =>
        material.Segregation.Count == 0 ? null : new CellField("segregation factor", "1", Field(settings, material.Segregation).OnCells(mesh).Values);

    private static RectilinearMesh Mesh(DiffusionSettings settings, IDiffusivityField field)
    {
        Axis x = WithFaces(settings.Mesh.X.ToAxis(), field.JumpsAlongX, "x");
        return new RectilinearMesh(x, settings.Mesh.Y is { } y ? WithFaces(y.ToAxis(), field.JumpsAlongY, "y") : null);

        Axis WithFaces(Axis axis, IReadOnlyList<double> places, string name)
        {
            SourceLocation location = settings.Diffusivity.PositionsLocation;
            if (places.Any(p => p <= axis.Start || p >= axis.End))
                throw new InputException(location, "a position lies outside the mesh", FormattableString.Invariant($"Positions lie between 0 and the length of {name}, {axis.End:g6} m."));
            return Located(location, () => axis.WithFacesAt(places));
        }
    }

    private static CellField Initial(DiffusionSettings settings, RectilinearMesh mesh)
    {
        double[] values = new double[mesh.Cells];
        values.AsSpan().Fill(settings.Initial.Value);
        foreach (InitialRegion region in settings.InitialRegions)
        {
            double[] shares = region.Region.ToRegion(mesh).ShareOfCells(mesh);
            for (int cell = 0; cell < values.Length; cell++) values[cell] += shares[cell] * (region.Value - values[cell]);
        }

        return new CellField("concentration", "mol/m^3", values);
    }

    // Where nothing is there at the start, the tolerance refers to the largest concentration that conditions and sources can bring about.
    private double AbsoluteTolerance()
    {
        foreach (double value in Problem.Initial.Values)
        {
            if (value != 0) return 0;
        }

        double largest = 0, factor = Material.Segregation.Count == 0 ? 1 : Material.Segregation.Max();
        foreach (ConditionSettings condition in _settings.Conditions.Where(c => c.Value is not null))
        {
            double length = condition.Side[0] == 'x' ? Problem.Mesh.X.Length : Problem.Mesh.Y!.Length;
            bool isFlux = !BoundaryKinds.All[condition.Kind].SetsFaceValue && !BoundaryKinds.All[condition.Kind].NeedsTransferCoefficient;
            largest = Math.Max(largest, condition.Values.Max(Math.Abs) * (isFlux ? _settings.EndTime / length : factor));
        }

        foreach (SourceSettings source in _settings.Sources) largest = Math.Max(largest, source.Rates.Max(Math.Abs) * _settings.EndTime);
        if (largest > 0) return _settings.Solution.Tolerance * largest;
        throw new InputException(_settings.Diffusivity.FieldLocation, "nothing diffuses: the domain is empty at the start, and no condition or source brings anything", "Give an 'initial-concentration', a condition or a source.");
    }

    private static T Located<T>(SourceLocation location, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw new InputException(location, Sentences.Of(e), inner: e);
        }
    }
}
