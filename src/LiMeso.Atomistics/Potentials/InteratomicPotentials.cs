using LiMeso.Atomistics.Meam;
using LiMeso.Core.Registries;

namespace LiMeso.Atomistics.Potentials;

/// <summary>The potentials that come with the program, by name.</summary>
public static class InteratomicPotentials
{
    /// <summary>Name of the one to take when nothing is said.</summary>
    public const string Default = "li-kim-2012";

    /// <summary>The potentials.</summary>
    public static readonly Registry<IInteratomicPotential> All = new("interatomic potential")
    {
        { Default, "lithium, 2NN-MEAM of Kim, Jung & Lee 2012, cutoff 4.8 Å", ShippedPotentials.Lithium("li-kim-2012") },
        { "li-kim-2012-smooth", "the same with a cutoff that sets in over 0.3 instead of 0.1 Å: keeps energy better", ShippedPotentials.Lithium("li-kim-2012-smooth") },
        { "li-kim-2012-archived", "the same with the archived cutoff of 5.0 Å: properties at T = 0 are distorted", ShippedPotentials.Lithium("li-kim-2012-archived") },
        { "li-kim-2012-rc4.5", "the same with a cutoff of 4.5 Å: close-packed lithium wins over bcc", ShippedPotentials.Lithium("li-kim-2012-rc4.5") },
    };
}
