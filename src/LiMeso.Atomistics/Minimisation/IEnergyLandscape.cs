namespace LiMeso.Atomistics.Minimisation;

/// <summary>An energy as a function of lengths: positions of atoms, and the shape of a box expressed as lengths.</summary>
public interface IEnergyLandscape
{
    /// <summary>Number of variables.</summary>
    int Variables { get; }

    /// <summary>How far the point of the last evaluation is from a minimum, eV/Å: the largest force, or a stress on the scale where its tolerance is that of the forces.</summary>
    double Residual { get; }

    /// <summary>The energy at a point.</summary>
    /// <param name="x">The point, Å.</param>
    /// <param name="forces">Where minus the gradient goes, eV/Å.</param>
    /// <returns>The energy, eV.</returns>
    double Evaluate(ReadOnlySpan<double> x, Span<double> forces);
}
