using System.Text.Json.Nodes;
using LiMeso.Atomistics.Structures;
using LiMeso.Cli.Terminal;

namespace LiMeso.Cli.Commands.Md;

/// <summary>Pressure tensors as commands show them.</summary>
internal static class PressureOutput
{
    private static readonly string[] _names = ["xx", "yy", "zz", "xy", "xz", "yz"];

    /// <summary>An object with the keys xx, yy, zz, xy, xz, yz.</summary>
    public static JsonObject Json(SymmetricTensor pressure)
    {
        var root = new JsonObject();
        foreach ((string name, double value) in _names.Zip(pressure.ToArray())) root[name] = JsonOutput.Number(value);
        return root;
    }

    /// <summary>The six components in one line.</summary>
    public static string Text(SymmetricTensor pressure) => string.Join("  ", _names.Zip(pressure.ToArray(), (name, value) => $"{name} {Quantities.Number(value)}"));
}
