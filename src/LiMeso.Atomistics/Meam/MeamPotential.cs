using LiMeso.Atomistics.Meam.Files;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Meam;

/// <summary>The second-nearest-neighbour modified embedded-atom method for one element.</summary>
/// <param name="parameters">The element.</param>
public sealed class MeamPotential(MeamParameters parameters) : IInteratomicPotential
{
    /// <summary>The element.</summary>
    public MeamParameters Parameters { get; } = parameters;

    /// <inheritdoc/>
    public double Reach => Parameters.Reach;

    /// <inheritdoc/>
    public double Mass => Parameters.Mass;

    /// <summary>Reads the two files that LAMMPS's <c>pair_style meam</c> takes.</summary>
    /// <param name="libraryPath">The library file.</param>
    /// <param name="parameterPath">The parameter file.</param>
    /// <param name="element">The element as the library names it.</param>
    /// <exception cref="InputException">A file cannot be used; the message has the line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static MeamPotential Read(string libraryPath, string parameterPath, string element) =>
        new(MeamParameterFile.Apply(MeamLibraryFile.Read(File.ReadAllText(libraryPath), libraryPath, element), File.ReadAllText(parameterPath), parameterPath));

    /// <inheritdoc/>
    public IForceEvaluator CreateEvaluator(EvaluatorOptions options) => new MeamEvaluator(Parameters, options);
}
