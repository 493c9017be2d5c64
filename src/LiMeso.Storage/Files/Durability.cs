namespace LiMeso.Storage.Files;

/// <summary>What a written file outlives.</summary>
public enum Durability
{
    /// <summary>A kill of the process at any moment: readers see the old file or the new one, whole.</summary>
    ProcessKill,

    /// <summary>A loss of power as well: contents and name are on the disk when the call returns (fsync of file and directory, some milliseconds).</summary>
    PowerLoss,
}
