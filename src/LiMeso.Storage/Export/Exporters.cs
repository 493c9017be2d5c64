using LiMeso.Core.Registries;
using LiMeso.Storage.ParaView;

namespace LiMeso.Storage.Export;

/// <summary>The forms in which fields can be handed to other programs.</summary>
public static class Exporters
{
    /// <summary>All of them, by name.</summary>
    public static readonly Registry<IExporter> All = new("export format")
    {
        { "vtk", "ParaView, VTK: a PVD file with one VTK XML file a snapshot", new VtkExporter() },
        { "xdmf", "ParaView, VisIt: one XDMF file that refers to the HDF5 files", new XdmfExporter() },
        { "csv", "spreadsheets, data frames: one line a cell and snapshot", new CsvExporter() },
    };
}
