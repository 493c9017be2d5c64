using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Meam.Kernel;
using LiMeso.Atomistics.Potentials;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Energies, forces and pressures are those of LAMMPS, for every structure, cutoff and width of the lanes.</summary>
public class LammpsParityTests
{
    public static TheoryData<string, string, string, int> Cases()
    {
        var data = new TheoryData<string, string, string, int>();
        foreach (string name in ReferenceStructure.Names)
            foreach ((string potential, string ending) in ReferenceStructure.Cutoffs)
                foreach (int width in (int[])[1, 4, 8])
                    data.Add(name, potential, ending, width);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Energy_forces_and_pressure_are_those_of_LAMMPS(string name, string potential, string ending, int width)
    {
        MeamSystems.RequireLanes(width);
        ReferenceStructure reference = ReferenceStructure.Read(name, ending);
        var parameters = ((MeamPotential)InteratomicPotentials.All[potential]).Parameters;
        using var evaluator = new MeamEvaluator(parameters, new EvaluatorOptions(), width);
        var result = new Interactions(reference.System.Count);
        evaluator.Evaluate(reference.System, result);
        double[] pressure = ((MetalUnits.Pressure / reference.System.Box.Volume) * result.Virial).ToArray();
        double energyError = Math.Abs(result.Energy - reference.Energy) / reference.System.Count, forceError = Worst(result.Forces, reference.Forces), atomError = Worst(result.AtomEnergies, reference.AtomEnergies);
        double pressureError = Worst(pressure, reference.PressureBar), largest = reference.PressureBar.Max(Math.Abs);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name} {potential} {width}: E {energyError:e1} e {atomError:e1} F {forceError:e1} P {pressureError:e1} of {largest:e1}");
        Assert.InRange(energyError, 0, 1e-6);
        Assert.InRange(forceError, 0, 1e-5);
        Assert.InRange(pressureError, 0, Math.Max(1, 1e-5 * largest));
    }

    private static double Worst(double[] ours, double[] theirs) => ours.Zip(theirs).Max(p => Math.Abs(p.First - p.Second));
}
