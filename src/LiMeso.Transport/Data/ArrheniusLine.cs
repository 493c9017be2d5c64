using LiMeso.Core;

namespace LiMeso.Transport.Data;

/// <summary>D = D₀ exp(−E/(k T)) over a range of temperature.</summary>
/// <param name="Range">Where the line is meant.</param>
/// <param name="Prefactor">D₀, m²/s.</param>
/// <param name="ActivationEnergy">E, J.</param>
/// <param name="Attribution">Where the line comes from.</param>
public sealed record ArrheniusLine(TemperatureRange Range, double Prefactor, double ActivationEnergy, Attribution Attribution)
{
    /// <summary>E in electronvolt.</summary>
    public double ActivationEnergyElectronVolt => ActivationEnergy / PhysicalConstants.ElementaryCharge;

    /// <summary>The diffusivity on the line, m²/s.</summary>
    /// <param name="temperature">K, positive.</param>
    public double At(double temperature) => Prefactor * Math.Exp(-ActivationEnergy / (PhysicalConstants.Boltzmann * temperature));
}
