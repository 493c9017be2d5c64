namespace LiMeso.Atomistics.Potentials;

/// <summary>An interatomic potential: positions in, energy, forces and virial out.</summary>
public interface IInteratomicPotential
{
    /// <summary>Distance beyond which no atom changes the energy of another, Å.</summary>
    double Reach { get; }

    /// <summary>Mass of an atom of its element, g/mol.</summary>
    double Mass { get; }

    /// <summary>Makes what evaluates it for one system; it keeps neighbour lists from call to call.</summary>
    /// <param name="options">How.</param>
    IForceEvaluator CreateEvaluator(EvaluatorOptions options);
}
