using System.Text.Json.Nodes;

namespace LiMeso.Cases.Reports.Plots;

/// <summary>A figure as the report's script reads it.</summary>
/// <param name="Data">A plot (traces and layout), and the tables its curves take their numbers from or the titles of those made of its maps.</param>
/// <param name="PanelsPerRow">Columns of panels: what tells the script how narrow the figure may become.</param>
internal sealed record PlotDescription(JsonObject Data, int PanelsPerRow);
