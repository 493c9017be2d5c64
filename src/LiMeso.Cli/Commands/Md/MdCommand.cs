using System.CommandLine;
using LiMeso.Cli.CommandLine;

namespace LiMeso.Cli.Commands.Md;

/// <summary><c>limeso md</c>: atoms and interatomic potentials, without a case.</summary>
internal static class MdCommand
{
    public static Command Create() =>
        new LimesoCommand("md", "Atoms: energy and forces, relaxation, molecular dynamics, properties of an interatomic potential.")
        {
            Group = "Direct answers",
            Details = "Atoms come from LAMMPS data files of one element (atom_style atomic, metal units), or are a block of a built-in crystal. The potential is one that ships with LiMeso "
                + "('limeso list potentials') or the two files that LAMMPS's pair_style meam takes.",
            Examples =
            [
                ("limeso md energy atoms.lmp --json", "energy and pressure, for scripts"),
                ("limeso md relax atoms.lmp -o relaxed.lmp --box full", "atoms and box, to the nearest minimum"),
                ("limeso md run atoms.lmp -o warm --time \"10 ps\" --temperature \"300 K\"", "molecular dynamics"),
                ("limeso md properties", "what the lithium potential predicts, beside LAMMPS and the literature"),
            ],
        }.AsGroupOf([EnergyCommand.Create(), RelaxCommand.Create(), RunMdCommand.Create(), PropertiesCommand.Create(), BenchmarkCommand.Create()]);
}
