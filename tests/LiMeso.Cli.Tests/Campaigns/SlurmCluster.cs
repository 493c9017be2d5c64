using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LiMeso.Cli.Tests.SetUp;

namespace LiMeso.Cli.Tests.Campaigns;

/// <summary>A Slurm of one node, on this machine, of its own: munged, slurmctld and slurmd in the foreground, with ports, keys and files that touch no other.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] _daemons = ["munged", "slurmctld", "slurmd"], _programs = ["sbatch", "squeue", "scancel", "scontrol", "sinfo"];
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("limeso-slurm-").FullName;
    private readonly List<Process> _running = [];

    private SlurmCluster()
    {
    }

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Obstacle()
    {
        if (!OperatingSystem.IsLinux()) return "needs Linux";
        if (!Environment.IsPrivilegedProcess) return "needs root, as which the daemons of Slurm run here";
        string[] missing = [.. _programs.Where(p => Repository.Find(p) is null), .. _daemons.Where(d => !File.Exists(DaemonPath(d)))];
        return missing.Length > 0 ? $"needs Slurm and MUNGE ({string.Join(", ", missing)})" : null;
    }

    /// <summary>Starts it; what this process starts from then on sees it.</summary>
    public static SlurmCluster Start()
    {
        var cluster = new SlurmCluster();
        try
        {
            cluster.Begin();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Runs one of its programs.</summary>
    public static string Ask(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : $"{output}{errors.Result}";
    }

    /// <summary>The queue, a line a task: name of its job, number of its job, number of the task, state.</summary>
    public static (string Name, string Job, string Task, string State)[] Queue() =>
        [.. Ask("squeue", "-h", "-r", "-o", "%j %F %K %T").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).Select(c => (c[0], c[1], c[2], c[3]))];

    public void Dispose()
    {
        // what a test that failed left in the queue would go on for long
        if (_running.Count == _daemons.Length && Queue().Length > 0)
        {
            Ask("scancel", "--user", Environment.UserName);
            SpinWait.SpinUntil(() => Queue().Length == 0, _patience);
        }

        // the last one first: a node says goodbye to its controller
        foreach (Process process in Enumerable.Reverse(_running))
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Environment.SetEnvironmentVariable("SLURM_CONF", null);
        Directory.Delete(_folder, recursive: true);
    }

    private void Begin()
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        foreach (string name in (string[])["munge", "state", "spool"]) Directory.CreateDirectory(PathOf(name));
        File.WriteAllBytes(PathOf("munge/key"), RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(PathOf("munge/key"), UnixFileMode.UserRead);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.WriteAllText(PathOf("slurm.conf"), Configuration());
        Environment.SetEnvironmentVariable("SLURM_CONF", PathOf("slurm.conf"));
        // releases up to 22.05 know no "disabled"
        string release = Ask(DaemonPath("slurmd"), "-V");
        bool old = release.Contains(" 22.", StringComparison.Ordinal) || release.Contains(" 21.", StringComparison.Ordinal) || release.Contains(" 20.", StringComparison.Ordinal);
        File.WriteAllText(PathOf("cgroup.conf"), old ? "CgroupPlugin=cgroup/v1\nConstrainCores=no\nConstrainRAMSpace=no\n" : "CgroupPlugin=disabled\n");
        Launch(
            "munged", "--foreground", $"--socket={PathOf("munge/socket")}", $"--key-file={PathOf("munge/key")}", $"--pid-file={PathOf("munge/pid")}", $"--log-file={PathOf("munge/log")}", $"--seed-file={PathOf("munge/seed")}");
        Await(() => File.Exists(PathOf("munge/socket")));
        Launch("slurmctld", "-D");
        Await(() => Ask("scontrol", "ping").Contains("is UP", StringComparison.Ordinal));
        Launch("slurmd", "-D");
        Await(() => Ask("sinfo", "-h", "-o", "%T").Trim() is "idle" or "mixed");
    }

    // Credentials that live for five seconds: for so long a job that goes back into the queue stays there.
    private string Configuration()
    {
        string host = Dns.GetHostName().Split('.')[0];
        return $"""
            ClusterName=tests
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={PathOf("munge/socket")},cred_expire=5
            CredType=cred/munge
            StateSaveLocation={PathOf("state")}
            SlurmdSpoolDir={PathOf("spool")}
            SlurmctldPidFile={PathOf("slurmctld.pid")}
            SlurmdPidFile={PathOf("slurmd.pid")}
            SlurmctldLogFile={PathOf("slurmctld.log")}
            SlurmdLogFile={PathOf("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            MpiDefault=none
            SwitchType=switch/none
            SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            AccountingStorageType=accounting_storage/none
            JobAcctGatherType=jobacct_gather/none
            JobCompType=jobcomp/none
            KillWait=5
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 Boards=1 SocketsPerBoard=1 CoresPerSocket=2 ThreadsPerCore=1 State=UNKNOWN
            PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP

            """;
    }

    private void Launch(string daemon, params string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(DaemonPath(daemon), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _running.Add(process);
    }

    private void Await(Func<bool> reached)
    {
        bool there = SpinWait.SpinUntil(() => _running.TrueForAll(p => !p.HasExited) && reached(), _patience);
        Assert.True(there, $"Slurm does not come up: {string.Concat(Directory.EnumerateFiles(_folder, "*log", SearchOption.AllDirectories).Select(File.ReadAllText))}");
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static string DaemonPath(string name) => Path.Combine("/usr/sbin", name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
