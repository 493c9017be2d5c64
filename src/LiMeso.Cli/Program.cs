return LiMeso.Cli.Limeso.Run(args);
