const int latent = 64;
var generator = new Sequential(new Linear(latent, 256), new ReLU(), new Linear(256, 784), new Tanh());
var discriminator = new Sequential(new Linear(784, 256), new LeakyReLU(0.2), new Linear(256, 1));
var gOptimizer = new Adam(generator.Parameters(), lr: 2e-4, betas: (0.5, 0.999));
var dOptimizer = new Adam(discriminator.Parameters(), lr: 2e-4, betas: (0.5, 0.999));
var criterion = new BCEWithLogitsLoss();
for (var i = 0; i < 2; i++)
{
    var real = Tensor.Rand(16, 784);
    var fake = generator.Call(Tensor.Randn(16, latent));
    dOptimizer.ZeroGrad();
    var dLoss = criterion.Call(discriminator.Call(real), Tensor.Ones(16, 1)) + criterion.Call(discriminator.Call(fake.Detach()), Tensor.Zeros(16, 1));
    dLoss.Backward();
    dOptimizer.Step();
    gOptimizer.ZeroGrad();
    criterion.Call(discriminator.Call(fake), Tensor.Ones(16, 1)).Backward();
    gOptimizer.Step();
}
