namespace LiMeso.Transport;

/// <summary>A model or geometry was asked for something it does not describe: grains thinner than its range, segregation it has no form for, a missing triple-junction diffusivity.</summary>
/// <param name="message">What was asked, what the model covers, and what to use instead.</param>
public sealed class ModelNotApplicableException(string message) : Exception(message);
