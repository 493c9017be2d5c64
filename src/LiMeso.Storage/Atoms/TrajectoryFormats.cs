using LiMeso.Core.Registries;

namespace LiMeso.Storage.Atoms;

/// <summary>The forms in which atoms in time are kept.</summary>
public static class TrajectoryFormats
{
    /// <summary>All of them, by name.</summary>
    public static readonly Registry<ITrajectoryFormat> All = new("trajectory format")
    {
        { "extxyz", "extended XYZ, one text file: OVITO, ASE", new TextTrajectoryFormat("trajectory.xyz", ExtendedXyz.Write) },
        { "lammps-dump", "LAMMPS dump, one text file: OVITO, ASE, VMD", new TextTrajectoryFormat("trajectory.dump", LammpsDump.Write) },
        { "vtk", "ParaView: a PVD file with one VTK XML file a frame", new VtkTrajectoryFormat() },
        { "h5md", "H5MD, for long runs: one HDF5 file that refers to one a frame (h5py, MDAnalysis)", new H5mdTrajectoryFormat() },
    };
}
