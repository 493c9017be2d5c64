using LiMeso.Core.Input;

namespace LiMeso.Cases.Tests.Kinds;

/// <summary>Input of a depletion case that cannot be used is refused where it stands.</summary>
public sealed class DepletionInputTests
{
    private const string Case = """
        kind: depletion
        title: A foil
        temperature: 300 K
        material:
          grain-size: 1 um
        initial-concentration:
          lattice-constant: 3.4876 A
        foil:
          thickness: 25 um
        current:
          current-density: 1 mA/cm^2
        output:
          probes: [0 um, 25 um]
        """;

    [Fact]
    public void The_case_itself_is_right()
    {
        using TemporaryCase made = TemporaryCase.FromText(Case);
        made.Prepare();
    }

    [Theory]
    [InlineData("temperature: 300 K", "temperature: 500 K", "500 K is outside", 3)]
    [InlineData("temperature: 300 K", "temperature: 300", "a unit is missing", 3)]
    [InlineData("temperature: 300 K", "temperature: 0 K", "must be greater than 0", 3)]
    [InlineData("grain-size: 1 um", "model: hart", "key 'grain-size' is missing", 5)]
    [InlineData("grain-size: 1 um", "grain-size: 1 um\n  diffusivity: 1e-9 cm^2/s", "no use for a grain size", 6)]
    [InlineData("grain-size: 1 um", "grain-size: 1 nm", "boundary width", 5)]
    [InlineData("grain-size: 1 um", "grain-size: 1 um\n  boundaries: fasetst", "Did you mean 'fastest'?", 6)]
    [InlineData("grain-size: 1 um", "grain-size: 1 um\n  dataset: li-yoon-2032", "Did you mean 'li-yoon-2023'?", 6)]
    [InlineData("grain-size: 1 um", "grain-size: 1 um\n  model: hrat", "Did you mean 'hart'?", 6)]
    [InlineData("grain-size: 1 um", "grain-size: 1 um\n  fraction: slap", "Did you mean 'slab'?", 6)]
    [InlineData("lattice-constant: 3.4876 A", "lattice-constant: 3.4876 A\n  density: 0.534 g/cm^3", "give one of lattice-constant, density and value", 8)]
    [InlineData("lattice-constant: 3.4876 A", "lattice-constant: 3.4876 A\n  value: 0.08 mol/cm^3", "give one of lattice-constant, density and value", 8)]
    [InlineData("lattice-constant: 3.4876 A", "lattice-constant: 3.4876 A\n  molar-mass: 6.94 g/mol", "a molar mass needs a density", 8)]
    [InlineData("lattice-constant: 3.4876 A", "value: 0.08 g/cm^3", "expected a concentration", 7)]
    [InlineData("thickness: 25 um", "thickness: 10 um", "a probe lies outside the foil", 13)]
    [InlineData("thickness: 25 um", "thicknes: 25 um", "Did you mean 'thickness'?", 9)]
    [InlineData("current-density: 1 mA/cm^2", "repeat: 2", "the current is missing", 11)]
    [InlineData("current-density: 1 mA/cm^2", "current-density: 1 mA/cm^2\n  table: current.csv", "give one of current-density, segments and table", 12)]
    [InlineData("current-density: 1 mA/cm^2", "current-density: -1 mA/cm^2", "must be greater than 0", 11)]
    [InlineData("current-density: 1 mA/cm^2", "segments: []", "the current is missing", 11)]
    [InlineData("current-density: 1 mA/cm^2", "segments:\n    - {current-density: 1 mA/cm^2}", "key 'duration' is missing", 12)]
    [InlineData("current-density: 1 mA/cm^2", "table: current.csv", "'current.csv' does not exist", 11)]
    [InlineData("current-density: 1 mA/cm^2", "table: ../current.csv", "leads out of the case directory", 11)]
    [InlineData("current-density: 1 mA/cm^2", "table: /current.csv", "is absolute", 11)]
    [InlineData("probes: [0 um, 25 um]", "probes: [0 um, -1 um]", "probes", 13)]
    [InlineData("probes: [0 um, 25 um]", "snapshots: 0", "snapshots", 13)]
    [InlineData("probes: [0 um, 25 um]", "checkpoint-interval: 10", "a unit is missing", 13)]
    [InlineData("output:", "numerics: {cells: 4}\noutput:", "cells", 12)]
    [InlineData("output:", "numerics: {scheme: sdirk3}\noutput:", "Did you mean 'sdirk4'?", 12)]
    [InlineData("output:", "numerics: {tolerance: 1}\noutput:", "tolerance", 12)]
    [InlineData("grain-size: 1 um", "diffusivity: 1e-9 cm^2/s\n  boundaries: mean", "a stated diffusivity takes no 'boundaries'", 6)]
    [InlineData("current-density: 1 mA/cm^2", "current-density: 1 mA/cm^2\n  repeat: 2", "a current without segments takes no 'repeat'", 12)]
    [InlineData("output:", "numerics: {time-step: 1 s, tolerance: 1e-6}\noutput:", "a fixed time step takes no 'tolerance'", 12)]
    [InlineData("output:", "numerics: {time-step: 0 s}\noutput:", "must be greater than 0", 12)]
    [InlineData("output:", "monitors: [{kind: interface-depletion, name: mass balance}]\noutput:", "mass", 12)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Assert.Contains(right, Case, StringComparison.Ordinal);
        InputException refusal = TemporaryCase.Refusal(Case.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }

    [Theory]
    [InlineData("time,current-density\n0 s,1 mA/cm^2\n", "at least two rows", 1)]
    [InlineData("time,current-density\n1 s,1 mA/cm^2\n2 s,1 mA/cm^2\n", "the first time must be 0 s", 2)]
    [InlineData("time,current-density\n0 s,1 mA/cm^2\n2 s,1 mA/cm^2\n2 s,0 mA/cm^2\n", "times must increase", 4)]
    [InlineData("time,current-density\n0 s,1 mA/cm^2\n2,1 mA/cm^2\n", "a unit is missing", 3)]
    [InlineData("time,current-density\n0 s,1 mA/cm^2\n2 s,1 mA\n", "expected a current density", 3)]
    [InlineData("time,current-density\n0 s,1 mA/cm^2\n2 s\n", "expected 2 values", 3)]
    [InlineData("time,current\n0 s,1 mA/cm^2\n2 s,1 mA/cm^2\n", "unknown column 'current'", 1)]
    [InlineData("time\n0 s\n2 s\n", "column 'current-density' is missing", 1)]
    [InlineData("", "the file is empty", 1)]
    public void A_table_of_currents_that_cannot_be_used_is_refused_with_its_line(string table, string message, int line)
    {
        using TemporaryCase made = TemporaryCase.FromText(Case.Replace("current-density: 1 mA/cm^2", "table: current.csv", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(made.Path, "current.csv"), table);
        InputException refusal = Assert.Throws<InputException>(() => made.Prepare());
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("current.csv", refusal.Location!.File);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
