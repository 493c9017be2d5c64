using System.Runtime.InteropServices;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Hdf5;

/// <summary>An identifier of the library (file, group, data set, type, …) that is closed once, at the latest by the garbage collector.</summary>
internal sealed class Hdf5Handle : SafeHandle
{
    private readonly Func<long, int> _close;
    private readonly Hdf5Handle? _file;

    private Hdf5Handle(long id, Func<long, int> close, Hdf5Handle? file)
        : base(0, ownsHandle: true)
    {
        _close = close;
        _file = file;
        SetHandle((nint)id);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle <= 0;

    /// <summary>The identifier.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public long Id
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return handle;
        }
    }

    /// <summary>Takes an identifier that a call of the library returned.</summary>
    /// <param name="id">The identifier; negative is failure.</param>
    /// <param name="close">The call that closes it.</param>
    /// <param name="doing">What was being done: "open file".</param>
    /// <param name="name">To what.</param>
    /// <param name="file">The file it lies in, for groups and data sets: closing the file has closed them too.</param>
    /// <exception cref="Hdf5Exception">The call had failed.</exception>
    public static Hdf5Handle Take(long id, Func<long, int> close, string doing, string name, Hdf5Handle? file = null) =>
        new(Hdf5Error.Check(id, doing, name), close, file);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (_file is { IsClosed: true })
            return true;
        using (Hdf5Library.Enter())
            return _close(handle) >= 0;
    }
}
