using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Settings;

/// <summary>The material of a case, looked up: a data set, a selection of boundaries, a polycrystal model.</summary>
public sealed class Material
{
    private readonly MaterialSettings _settings;
    private readonly IBoundaryFraction? _fraction;

    private Material(MaterialSettings settings, DiffusivitySet data, string hash)
    {
        _settings = settings;
        Data = data;
        Model = PolycrystalModels.All[settings.Model];
        _fraction = settings.Fraction is { } name ? BoundaryFractions.All[name] : null;
        Hashes = new Dictionary<string, string> { [data.Name] = hash };
    }

    /// <summary>The data set.</summary>
    public DiffusivitySet Data { get; }

    /// <summary>The polycrystal model.</summary>
    public IPolycrystalModel Model { get; }

    /// <summary>Name of the model.</summary>
    public string ModelName => _settings.Model;

    /// <summary>SHA-256 of the data set, by name.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; }

    /// <summary>Works to be credited: where the values and the model's formula come from.</summary>
    public IReadOnlyList<Citation> Citations =>
    [
        .. Data.Sources.Select(s => new Citation(CitationRole.Data, $"{s.Citation} (data set {Data.Name}, source '{s.Id}')")),
        new Citation(CitationRole.Method, $"Polycrystal model '{ModelName}': {Model.Source}."),
    ];

    /// <summary>Looks up what the settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">The data set does not exist or cannot be read, or has no such boundaries.</exception>
    public static Material Load(MaterialSettings settings, CasePaths paths)
    {
        string directory = paths.DataSet(settings.DataSet, settings.DataSetLocation);
        DiffusivitySet data = DiffusivitySetReader.Read(directory);
        if (!data.Selections.Contains(settings.Boundaries))
            throw new InputException(settings.BoundariesLocation, new UnknownNameException($"boundary selection of data set '{data.Name}'", settings.Boundaries, data.Selections).Message);
        if (settings.Component is { } component && !data.Has(settings.Boundaries, component))
            throw new InputException(settings.ComponentLocation, $"data set '{data.Name}' has no {BoundaryDefinitions.NameOf(component)} diffusivity of '{settings.Boundaries}'", "Leave 'component' out, or name a data set that has it.");
        return new Material(settings, data, InputHashes.OfDirectory(directory));
    }

    /// <summary>Which displacements the diffusivity of boundaries counts.</summary>
    public BoundaryDefinition Component => _settings.Component ?? Data.Definition;

    /// <summary>What the data set says at a temperature, without a place to blame.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="selection">Which boundaries; those of the settings when null.</param>
    /// <param name="component">Which displacements count; those of the settings when null.</param>
    /// <exception cref="TemperatureOutOfRangeException">The temperature lies outside the data, and extrapolation was not asked for.</exception>
    /// <exception cref="ModelNotApplicableException">The boundaries have no diffusivity that counts these displacements.</exception>
    public TransportProperties Look(double temperature, string? selection = null, BoundaryDefinition? component = null) =>
        Data.At(temperature, selection ?? _settings.Boundaries, _settings.Extrapolate, component ?? Component);

    /// <summary>What the data set says at a temperature.</summary>
    /// <param name="temperature">K.</param>
    /// <param name="selection">Which boundaries; those of the settings when null.</param>
    /// <param name="location">What to blame when the temperature lies outside the data.</param>
    /// <param name="component">Which displacements count; those of the settings when null.</param>
    /// <exception cref="InputException">The temperature lies outside the data, and extrapolation was not asked for; or the boundaries have no such diffusivity.</exception>
    public TransportProperties At(double temperature, SourceLocation location, string? selection = null, BoundaryDefinition? component = null)
    {
        try
        {
            return Look(temperature, selection, component);
        }
        catch (ModelNotApplicableException e)
        {
            throw new InputException(location, e.Message, "Choose other 'boundaries', or another 'component', in 'material'.", e);
        }
        catch (TemperatureOutOfRangeException e)
        {
            throw new InputException(location, e.Message, "Choose a temperature inside the range, or say 'extrapolate: true' in 'material'.", e);
        }
    }

    /// <summary>
    /// What the data set says of the same boundaries at a temperature by every way to count displacements that it has there, to be set side by side; empty where there is no choice.
    /// </summary>
    /// <param name="temperature">K.</param>
    public IReadOnlyList<(BoundaryDefinition Component, TransportProperties Properties)> ComponentsAt(double temperature)
    {
        List<(BoundaryDefinition, TransportProperties)> known = [];
        foreach (BoundaryDefinition component in BoundaryDefinitions.OfPolycrystals.Where(d => Data.Has(_settings.Boundaries, d)))
        {
            try
            {
                known.Add((component, Look(temperature, component: component)));
            }
            catch (Exception e) when (e is TemperatureOutOfRangeException or ModelNotApplicableException)
            {
                // a set may know one of them at fewer temperatures
            }
        }

        return known.Count > 1 ? known : [];
    }

    /// <summary>Effective diffusivity of a polycrystal, with the fraction of the settings.</summary>
    /// <param name="properties">What the data set says.</param>
    /// <param name="grainSize">m.</param>
    /// <param name="model">The model; that of the settings when null (then with the settings' fraction).</param>
    public PolycrystalResult Evaluate(TransportProperties properties, double grainSize, IPolycrystalModel? model = null) =>
        (model ?? Model).Evaluate(properties.ToInput(grainSize), model is null ? _fraction : null);

    /// <summary>Largest grain size whose effective diffusivity reaches a value.</summary>
    /// <param name="properties">What the data set says.</param>
    /// <param name="diffusivity">The value, m²/s.</param>
    public GrainSizeAnswer GrainSizeFor(TransportProperties properties, double diffusivity) =>
        GrainSizeSearch.GrainSizeFor(Model, properties.ToInput(1e-6), diffusivity, _fraction);

    /// <summary>The same as a number: infinite when grains of any size reach the value, NaN when none do.</summary>
    /// <param name="properties">What the data set says.</param>
    /// <param name="diffusivity">The value, m²/s.</param>
    /// <returns>m.</returns>
    public double LargestGrainSize(TransportProperties properties, double diffusivity)
    {
        GrainSizeAnswer answer = GrainSizeFor(properties, diffusivity);
        return answer.Outcome switch
        {
            GrainSizeOutcome.Largest => answer.GrainSize!.Value,
            GrainSizeOutcome.OutOfReach => double.NaN,
            _ => double.PositiveInfinity,
        };
    }

    /// <summary>Checks that the model applies to a grain size.</summary>
    /// <param name="properties">What the data set says.</param>
    /// <param name="grainSize">m.</param>
    /// <param name="location">What to blame.</param>
    /// <exception cref="InputException">It does not.</exception>
    public void RequireApplicable(TransportProperties properties, double grainSize, SourceLocation location)
    {
        try
        {
            Evaluate(properties, grainSize);
        }
        catch (ModelNotApplicableException e)
        {
            throw new InputException(location, e.Message, "Choose a larger grain size, another 'model' or another 'fraction'.", e);
        }
    }
}
