using LiMeso.Atomistics.Analysis;
using LiMeso.Atomistics.Structures;
using LiMeso.Storage.Atoms;

namespace LiMeso.Cases.Atoms;

/// <summary>Atoms as the writers of trajectories take them, with the energy and the centrosymmetry parameter of each.</summary>
internal static class AtomFrames
{
    // the second shell of bcc, the ninth to fourteenth neighbour, lies within; the eight nearest are taken
    private const double CentrosymmetryReach = 5.0;

    /// <summary>A frame.</summary>
    /// <param name="system">The atoms.</param>
    /// <param name="element">Symbol of the element.</param>
    /// <param name="energies">Energy of each atom, n, eV.</param>
    /// <param name="step">Number of the step.</param>
    /// <param name="time">ps.</param>
    /// <param name="more">What else is known of each atom.</param>
    public static AtomFrame Of(AtomicSystem system, string element, double[] energies, long step, double time, params IEnumerable<AtomField> more)
    {
        SimulationBox box = system.Box;
        return new AtomFrame
        {
            Step = step,
            Time = time,
            Cell = new AtomCell(
                [box.Origin.X, box.Origin.Y, box.Origin.Z],
                [box.A.X, box.A.Y, box.A.Z, box.B.X, box.B.Y, box.B.Z, box.C.X, box.C.Y, box.C.Z],
                [box.Periodic.A, box.Periodic.B, box.Periodic.C]),
            Element = element,
            Ids = system.Ids,
            Positions = system.Positions,
            Velocities = system.Velocities,
            Fields =
            [
                new AtomField("energy", "eV", energies),
                new AtomField("centrosymmetry", "A^2", Centrosymmetry.Of(system, Centrosymmetry.BccNeighbours, CentrosymmetryReach)),
                .. more,
            ],
        };
    }
}
