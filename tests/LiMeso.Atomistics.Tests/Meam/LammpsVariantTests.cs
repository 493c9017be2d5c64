using System.Text.Json;
using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;

namespace LiMeso.Atomistics.Tests.Meam;

/// <summary>Every option that the parameter files may use gives what LAMMPS gives with the same two files, on crystals with each coordinate moved by up to 0.3 Å.</summary>
public sealed class LammpsVariantTests : IDisposable
{
    private static readonly JsonDocument _reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "meam-variants", "variants.json")));
    private readonly string _folder = Directory.CreateTempSubdirectory("limeso variants ").FullName;

    public static TheoryData<string> Names() => [.. _reference.RootElement.GetProperty("variants").EnumerateArray().Select(v => v.GetProperty("name").GetString()!)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Energy_forces_and_pressure_are_those_of_LAMMPS(string name)
    {
        JsonElement variant = _reference.RootElement.GetProperty("variants").EnumerateArray().Single(v => v.GetProperty("name").GetString() == name);
        JsonElement structure = _reference.RootElement.GetProperty("structures").GetProperty(variant.GetProperty("structure").GetString()!);
        string library = Path.Combine(_folder, "library.meam"), parameters = Path.Combine(_folder, "x.meam");
        File.WriteAllText(library, variant.GetProperty("library").GetString());
        File.WriteAllText(parameters, variant.GetProperty("parameters").GetString());
        double edge = structure.GetProperty("edge").GetDouble();
        var system = new AtomicSystem(SimulationBox.Orthogonal(edge, edge, edge), Numbers(structure.GetProperty("positions")), 6.94);

        var result = new Interactions(system.Count);
        using (IForceEvaluator evaluator = MeamPotential.Read(library, parameters, "X").CreateEvaluator(new EvaluatorOptions())) evaluator.Evaluate(system, result);
        double[] pressure = ((MetalUnits.Pressure / system.Box.Volume) * result.Virial).ToArray(), theirs = Numbers(variant.GetProperty("pressure_bar"));
        double energyError = Math.Abs(result.Energy - variant.GetProperty("energy_eV").GetDouble()) / system.Count;
        double forceError = MeamSystems.Worst(result.Forces, Numbers(variant.GetProperty("forces"))), pressureError = MeamSystems.Worst(pressure, theirs);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: E {energyError:e1} F {forceError:e1} of {result.Forces.Max(Math.Abs):f1} P {pressureError:e1} of {theirs.Max(Math.Abs):e1}");
        Assert.InRange(energyError, 0, 1e-6);
        Assert.InRange(forceError, 0, 1e-5);
        // LAMMPS prints twelve digits and has its constants from an older adjustment: 3e-7 of a pressure
        Assert.InRange(pressureError, 0, Math.Max(1, 1e-5 * theirs.Max(Math.Abs)));
    }

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().Select(x => x.GetDouble()) : [e.GetDouble()])];
}
