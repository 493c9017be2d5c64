using LiMeso.Core.Registries;

namespace LiMeso.FiniteVolume.TimeSchemes;

/// <summary>The time schemes by name.</summary>
public static class TimeSchemeKinds
{
    /// <summary>Every time scheme.</summary>
    public static readonly Registry<ITimeScheme> All = new("time scheme")
    {
        { "implicit-euler", "order 1, keeps to the maximum principle", new ImplicitEuler() },
        { "crank-nicolson", "order 2, the trapezoidal rule with damping after every jump", new CrankNicolson() },
        { "bdf2", "order 2, two-step backward differentiation, one solve a step", new Bdf2() },
        { "sdirk4", "order 4, L-stable, five solves a step: the default", new Sdirk4() },
    };
}
