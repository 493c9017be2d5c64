using System.CommandLine;
using LiMeso.Cli.CommandLine;

namespace LiMeso.Cli.Commands.Gb;

/// <summary><c>limeso gb</c>: grain boundaries of bcc lithium.</summary>
internal static class GbCommand
{
    public static Command Create() =>
        new LimesoCommand("gb", "Grain boundaries: the catalogue, bicrystals, the structure of lowest energy, annealing, diffusion, vacancies.")
        {
            Group = "Direct answers",
            Details = "Symmetric tilt and twist boundaries of bcc lithium whose lattices share points; 'gb build' makes those of other cubic crystals, too. 55 of them ship as a catalogue: the 13 that Yoon, Sulaimon and Siegel (2023) name "
                + "in their text, and our completion of their list.",
            Examples =
            [
                ("limeso gb list", "the catalogue"),
                ("limeso gb build GB04 --lattice-constant \"3.4876 A\" --out s5-310.lmp", "a bicrystal as a LAMMPS data file"),
                ("limeso gb search GB04 -o s5-310", "its structure of lowest energy"),
                ("limeso gb diffuse GB04 --temperatures \"400 K\" -o diffusion", "diffusion along it"),
                ("limeso gb vacancies GB04 -o vacancies", "vacancies at it"),
            ],
        }.AsGroupOf([ListBoundariesCommand.Create(), BuildCommand.Create(), SearchCommand.Create(), .. BoundaryRunCommands.Create()]);
}
