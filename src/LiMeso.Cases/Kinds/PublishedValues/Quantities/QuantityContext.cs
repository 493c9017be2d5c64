using LiMeso.Cases.Settings;
using LiMeso.Depletion;
using LiMeso.Depletion.Design;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Models;

namespace LiMeso.Cases.Kinds.PublishedValues.Quantities;

/// <summary>What quantities are computed from: the case's material, temperature and concentration, with what a claim says otherwise.</summary>
/// <param name="material">Data set and model.</param>
/// <param name="temperature">The case's temperature, K.</param>
/// <param name="concentration">C0, mol/m³.</param>
internal sealed class QuantityContext(Material material, double temperature, double concentration)
{
    /// <summary>C0, mol/m³.</summary>
    public double Concentration => concentration;

    /// <summary>The data set.</summary>
    public DiffusivitySet Data => material.Data;

    /// <summary>What the data set says for a claim's temperature and boundaries.</summary>
    /// <param name="a">The claim's arguments.</param>
    /// <param name="boundaries">Other boundaries than the claim's, or null.</param>
    public TransportProperties Properties(ClaimArguments a, string? boundaries = null) =>
        material.Look(a.Temperature ?? temperature, boundaries ?? a.Boundaries);

    /// <summary>Effective diffusivity for a claim, m²/s.</summary>
    /// <param name="a">The claim's arguments.</param>
    /// <param name="grainSize">m.</param>
    /// <param name="model">Another model than the claim's, or null.</param>
    public double Diffusivity(ClaimArguments a, double grainSize, string? model = null)
    {
        string? name = model ?? a.Model;
        return material.Evaluate(Properties(a), grainSize, name is null ? null : PolycrystalModels.All[name]).Diffusivity;
    }

    /// <summary>The foil of a claim, stripped until depletion. Without a thickness the foil has no end.</summary>
    /// <param name="a">The claim's arguments.</param>
    /// <param name="thickness">m; null for a foil without end.</param>
    /// <returns>Depletion time, s.</returns>
    public double DepletionTime(ClaimArguments a, double? thickness)
    {
        double diffusivity = Diffusivity(a, a.GrainSize);
        if (thickness is { } l) return new StrippingProblem(a.CurrentDensity, l, diffusivity, concentration).Solve().DepletionTime;
        // Q of a foil without end needs D = 4 I Q/π(F C0)²; linear in Q.
        double perCapacity = DesignLimits.RequiredDiffusivityOfThickFoil(new StrippingTarget(a.CurrentDensity, 1), concentration);
        return diffusivity / perCapacity / a.CurrentDensity;
    }

    /// <summary>A value that rests on the claim's effective diffusivity over a time.</summary>
    /// <param name="value">In SI.</param>
    /// <param name="a">The claim's arguments.</param>
    /// <param name="grainSize">m.</param>
    /// <param name="time">s.</param>
    public ComputedValue Over(double value, ClaimArguments a, double grainSize, double time)
    {
        TransportProperties p = Properties(a);
        return new ComputedValue(value, HarrisonRegime.Of(p.Bulk.Value, time, grainSize, p.Width.Value, p.Segregation.Value));
    }

    /// <summary>Largest grain size with which a foil meets the claim's current and capacity, m; NaN when none does.</summary>
    /// <param name="a">The claim's arguments; without a thickness the foil has no end.</param>
    public double LargestGrainSize(ClaimArguments a)
    {
        var target = new StrippingTarget(a.CurrentDensity, a.Capacity);
        double needed = a.Thickness is { } l
            ? DesignLimits.RequiredDiffusivity(target, l, concentration).ValueOrNaN
            : DesignLimits.RequiredDiffusivityOfThickFoil(target, concentration);
        return double.IsNaN(needed) ? double.NaN : material.LargestGrainSize(Properties(a), needed);
    }

    /// <summary>Activation energy of an Arrhenius line through values at the claim's temperatures, J.</summary>
    /// <param name="a">The claim's arguments.</param>
    /// <param name="pick">Which diffusivity.</param>
    public double ActivationEnergy(ClaimArguments a, Func<TransportProperties, PropertyValue> pick)
    {
        var points = a.Temperatures.Select(t =>
        {
            PropertyValue value = pick(material.Look(t, a.Boundaries));
            return new MeasuredPoint(t, value.Value, value.StandardError, new Attribution(value.Status, value.Sources[0]));
        });
        return ArrheniusFit.Through([.. points]).Line.ActivationEnergy;
    }
}
