using System.Diagnostics;

namespace LiMeso.Cli.Tests.SetUp;

/// <summary>What a process left: exit code, standard output, standard error.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>
/// The launcher, the set-up script and the test command in a folder of their own (with spaces in its name), on a machine
/// whose only programs are those in <c>Bin</c>: the shell's tools, and stand-ins for dotnet, apt-get, ldconfig, id and sudo.
/// The stand-in compiler copies Program.cs, a shell script, to the program.
/// </summary>
internal sealed class MiniRepository : IDisposable
{
    private static readonly string[] _tools =
    [
        "awk", "basename", "bash", "cat", "chmod", "cp", "cut", "dirname", "env", "find", "flock", "grep", "ln", "ls", "mkdir", "mv",
        "readlink", "rm", "sed", "sha256sum", "sleep", "sort", "tail", "timeout", "touch", "tr", "uniq", "xargs",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("limeso set-up ").FullName;

    public MiniRepository(string program = "echo hello")
    {
        foreach (string file in new[] { "limeso", "src/setup.sh", "tests/run.sh", "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            string copy = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }

        Write(Program, Script(program));
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Bin);
        foreach (string tool in _tools)
            File.CreateSymbolicLink(Path.Combine(Bin, tool), Repository.Find(tool) ?? throw new FileNotFoundException(tool));

        StandIn("id", "echo ${UID_HERE:-1000}");
        StandIn("ldconfig", "cat ../loader");
        StandIn("sudo", "[[ -n ${SUDO_HERE-} && $1 == -n ]] && shift && \"$@\"");
        StandIn("dotnet", """
            case $1 in
              --version) echo ${DOTNET_HERE:-10.0.100}; exit ${DOTNET_FAILS:-0} ;;
              publish) timeout 0.5 cat >/dev/null ;; # a build that reads the terminal would eat the input of the program
              *) exit 1 ;;
            esac
            eval "${WHILE_BUILDING-}"
            if [[ $* == *ReadyToRun* && -n ${NO_CROSSGEN-} ]]; then
              echo 'error NU1101: Unable to find package Microsoft.NETCore.App.Crossgen2.linux-x64.'; exit 1
            fi
            if grep -q BROKEN "$OLDPWD/src/LiMeso.Cli/Program.cs"; then echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1; fi
            while (($# > 0)); do [[ $1 != --output ]] || output=$2; shift; done
            mkdir -p "$output" && cp "$OLDPWD/src/LiMeso.Cli/Program.cs" "$output/limeso" && chmod +x "$output/limeso"
            """);
        HasHdf5();
    }

    public static string Program => "src/LiMeso.Cli/Program.cs";

    public string Root => Path.Combine(_folder, "a copy");
    public string Bin => Path.Combine(_folder, "bin");
    public string Home => Path.Combine(_folder, "home");
    public string Launcher => Path.Combine(Root, "limeso");

    /// <summary>The dynamic loader of this machine knows libhdf5, as Debian names it.</summary>
    public void HasHdf5() => File.WriteAllText(Path.Combine(_folder, "loader"), "libhdf5_serial.so.103 (libc6,x86-64)\n");

    /// <summary>The dynamic loader knows no libhdf5, and older ones and its relatives do not count as one.</summary>
    public void LacksHdf5() => File.WriteAllText(Path.Combine(_folder, "loader"), "libhdf5.so.10 (libc6)\nlibhdf5_openmpi.so.103 (libc6,x86-64)\nlibhdf5_serial_hl.so.100 (libc6)\n");

    /// <summary>Debian's package manager; installing works when the package is in its list, after which the loader knows HDF5.</summary>
    /// <param name="known">Packages in the lists now.</param>
    /// <param name="afterUpdate">Packages in the lists once they have been updated.</param>
    public void HasApt(string[] known, string[]? afterUpdate = null)
    {
        File.WriteAllLines(Path.Combine(_folder, "lists"), known);
        File.WriteAllLines(Path.Combine(_folder, "lists.new"), afterUpdate ?? known);
        StandIn("apt-cache", "grep \"^$2\" ../lists");
        StandIn("apt-get", """
            case "$*" in
              *update*) cat ../lists.new > ../lists ;;
              *install*)
                package=${@: -1}
                if grep -qx -- "$package" ../lists; then echo 'libhdf5_serial.so.999 (libc6)' > ../loader
                else echo "E: Unable to locate package $package"; exit 100; fi ;;
            esac
            """);
    }

    /// <summary>Puts a shell script on the machine's PATH. It runs in Bin and notes its calls; OLDPWD is where it was called.</summary>
    public void StandIn(string name, string body)
    {
        string file = Path.Combine(Bin, name);
        File.WriteAllText(file, Script($"""
            cd "$(dirname "$0")"
            echo "{name} $*" >> ../calls
            {body}
            """));
        MakeExecutable(file);
    }

    public static string Script(string body) => $"#!/usr/bin/env bash\n{body}\n";

    public string Write(string file, string text)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>How often a program of this machine was called with arguments that contain a text.</summary>
    public int Calls(string name, string containing = "")
    {
        string log = Path.Combine(_folder, "calls");
        return File.Exists(log) ? File.ReadLines(log).Count(line => line.StartsWith(name + " ", StringComparison.Ordinal) && line.Contains(containing)) : 0;
    }

    public Outcome Run(params string[] arguments) => Run(Launcher, arguments);

    public Outcome Run(string program, string[] arguments, string? input = null, string? workingDirectory = null, params string[] environment)
    {
        using Process process = Start(program, arguments, workingDirectory, environment);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.Result);
    }

    // environment: NAME=value; besides those the process has PATH and HOME only.
    public Process Start(string program, string[] arguments, string? workingDirectory = null, params string[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Root,
        };
        start.Environment.Clear();
        foreach (string variable in (string[])[$"PATH={Bin}", $"HOME={Home}", .. environment])
        {
            string[] parts = variable.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        return Process.Start(start)!;
    }

    public static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
